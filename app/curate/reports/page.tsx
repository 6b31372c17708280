import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { Desk } from "@/components/curation/desk";
import { QueuePage } from "@/components/curation/queue-page";
import { ReportQueue } from "@/components/curation/report-queue";
import { currentUser } from "@/lib/accounts/queries";
import { listReports } from "@/lib/curation/queues";

export const metadata: Metadata = { title: "Reported comments", robots: { index: false } };

/** Whoever is no curator finds no such page. */
export default async function ReportsPage() {
	const user = await currentUser(await headers());
	const reported = user && (await listReports(user.id));
	if (reported === undefined) notFound();
	return (
		<QueuePage title="Reported comments">
			<p>
				The longest waiting first. Hiding takes a comment off its page; “Let it stay” settles its reports. Both are kept
				as acts.
			</p>
			<Desk>{reported.length === 0 ? <p>No report waits.</p> : <ReportQueue reported={reported} />}</Desk>
		</QueuePage>
	);
}
