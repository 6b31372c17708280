import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActList } from "@/components/curation/act-list";
import { NarrowPage } from "@/components/layout/narrow-page";
import { currentUser } from "@/lib/accounts/queries";
import { listActs } from "@/lib/curation/queries";

export const metadata: Metadata = { title: "Curate", robots: { index: false } };

/** What was done to the lists lately; whoever is no curator finds no such page. */
export default async function CuratePage() {
	const user = await currentUser(await headers());
	const acts = user && (await listActs(user.id));
	if (acts === undefined) notFound();
	return (
		<NarrowPage title="Curate">
			<p>
				To hide, show or move a paper, press “Curate” on its page. This is what was done lately, newest first. A hidden
				paper has no page any more: its way back is here.
			</p>
			<p>
				<Link href="/curate/runs" prefetch={false} className="text-link underline underline-offset-3">
					What the sources gave
				</Link>
			</p>
			{acts.length === 0 ? <p>Nothing yet.</p> : <ActList acts={acts} namesPapers />}
		</NarrowPage>
	);
}
