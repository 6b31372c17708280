import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { ActList } from "@/components/curation/act-list";
import { QueueLinks } from "@/components/curation/queue-links";
import { QueueHeading } from "@/components/curation/queue-page";
import { RunList } from "@/components/curation/run-list";
import { NarrowPage } from "@/components/layout/narrow-page";
import { currentUser } from "@/lib/accounts/queries";
import { listActs } from "@/lib/curation/queries";
import { countQueues, listFailedRuns } from "@/lib/curation/queues";

export const metadata: Metadata = { title: "Curate", robots: { index: false } };

/** What waits for a curator, and what was done lately; whoever is no curator finds no such page. */
export default async function CuratePage() {
	const user = await currentUser(await headers());
	const now = new Date();
	const found =
		user && (await Promise.all([countQueues(user.id, now), listFailedRuns(user.id, now), listActs(user.id)]));
	const [counts, failedRuns, acts] = found ?? [];
	if (!counts || !failedRuns || !acts) notFound();
	return (
		<NarrowPage title="Curate">
			<QueueLinks counts={counts} />
			<p>
				To hide, show or move a paper, press “Curate” on its page. A hidden paper has no page any more: its way back is
				below.
			</p>
			{failedRuns.length > 0 && (
				<section className="space-y-2">
					<QueueHeading>What failed at the sources</QueueHeading>
					<RunList runs={failedRuns} />
				</section>
			)}
			<section className="space-y-2">
				<QueueHeading>What was done, newest first</QueueHeading>
				{acts.length === 0 ? <p>Nothing yet.</p> : <ActList acts={acts} namesPapers />}
			</section>
		</NarrowPage>
	);
}
