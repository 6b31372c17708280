import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { QueuePage } from "@/components/curation/queue-page";
import { SubmissionList } from "@/components/curation/submission-list";
import { currentUser } from "@/lib/accounts/queries";
import { listSubmissions } from "@/lib/curation/queues";

export const metadata: Metadata = { title: "Submissions", robots: { index: false } };

/** Whoever is no curator finds no such page. */
export default async function SubmissionsPage() {
	const user = await currentUser(await headers());
	const submissions = user && (await listSubmissions(user.id));
	if (submissions === undefined) notFound();
	return (
		<QueuePage title="Submissions">
			<p>What people put on lists here, newest first. A title leads to where it can be hidden or moved.</p>
			{submissions.length === 0 ? (
				<p>Nobody has submitted anything yet.</p>
			) : (
				<SubmissionList submissions={submissions} />
			)}
		</QueuePage>
	);
}
