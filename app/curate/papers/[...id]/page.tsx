import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { ActList } from "@/components/curation/act-list";
import { CurateForms } from "@/components/curation/curate-forms";
import { NarrowPage } from "@/components/layout/narrow-page";
import { currentUser } from "@/lib/accounts/queries";
import { findCuratedPaper } from "@/lib/curation/queries";
import type { CuratedPaper } from "@/lib/curation/types";
import { parsePaperId } from "@/lib/papers/ids";
import { formatLongDate, utcDateOf } from "@/lib/time";

export const metadata: Metadata = { title: "Curate a paper", robots: { index: false } };

/** What a curator can do with one paper, and what was done; whoever is no curator finds no such page. */
export default async function CuratePaperPage({ params }: PageProps<"/curate/papers/[...id]">) {
	const id = parsePaperId((await params).id.join("/"));
	const user = await currentUser(await headers());
	const paper = id && user && (await findCuratedPaper(user.id, id));
	if (!paper) notFound();
	return (
		<NarrowPage title="Curate a paper">
			<h2 className="text-[21px] leading-[1.28] font-semibold break-words text-ink">{paper.title}</h2>
			<p>{describe(paper)}</p>
			<CurateForms paper={paper} today={utcDateOf(new Date())} />
			{paper.acts.length > 0 && (
				<>
					<h2 className="pt-4 font-sans text-xs font-semibold tracking-[0.08em] text-ink-faint uppercase">
						What was done
					</h2>
					<ActList acts={paper.acts} />
				</>
			)}
			<p className="flex flex-wrap gap-x-6">
				{!paper.isHidden && (
					<a href={`/papers/${paper.id}`} className="text-link underline underline-offset-3">
						The paper's page
					</a>
				)}
				<a href="/curate" className="text-link underline underline-offset-3">
					All acts
				</a>
			</p>
		</NarrowPage>
	);
}

function describe({ editionDate, isHidden }: CuratedPaper): string {
	const place = editionDate ? `on the list of ${formatLongDate(editionDate)}` : "on no list";
	return isHidden ? `Hidden from everybody. It stood ${place}.` : `It stands ${place}.`;
}
