import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { Desk } from "@/components/curation/desk";
import { HoldQueue } from "@/components/curation/hold-queue";
import { QueuePage } from "@/components/curation/queue-page";
import { currentUser } from "@/lib/accounts/queries";
import { listHolds } from "@/lib/curation/queues";

export const metadata: Metadata = { title: "Held votes", robots: { index: false } };

/** Whoever is no curator finds no such page. */
export default async function VotesPage() {
	const user = await currentUser(await headers());
	const holds = user && (await listHolds(user.id));
	if (holds === undefined) notFound();
	return (
		<QueuePage title="Held votes">
			<p>
				Bursts of votes, the oldest first. What is accepted counts as if it had never been held; what is voided counts
				for nothing.
			</p>
			<Desk>{holds.length === 0 ? <p>No votes are held.</p> : <HoldQueue holds={holds} />}</Desk>
		</QueuePage>
	);
}
