import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { RunList } from "@/components/curation/run-list";
import { NarrowPage } from "@/components/layout/narrow-page";
import { currentUser } from "@/lib/accounts/queries";
import { listRuns } from "@/lib/curation/queries";

export const metadata: Metadata = { title: "Sources", robots: { index: false } };

/** What the sources gave lately; whoever is no curator finds no such page. */
export default async function RunsPage() {
	const user = await currentUser(await headers());
	const runs = user && (await listRuns(user.id));
	if (runs === undefined) notFound();
	return (
		<NarrowPage title="Sources">
			<p>
				What was fetched lately, newest first. Yesterday and today are looked at each hour; what failed is tried again.
			</p>
			{runs.length === 0 ? <p>Nothing yet.</p> : <RunList runs={runs} />}
		</NarrowPage>
	);
}
