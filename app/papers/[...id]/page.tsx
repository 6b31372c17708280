import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { CurateLink } from "@/components/curation/curate-link";
import { PaperMeta } from "@/components/papers/paper-meta";
import { SubmitterLine } from "@/components/papers/submitter-line";
import { VoteButton } from "@/components/votes/vote-button";
import { parseArxivReference } from "@/lib/ingest/normalise/arxiv-reference";
import { parsePaperId } from "@/lib/papers/ids";
import { findPaper } from "@/lib/papers/queries";
import { formatLongDate, utcDateOf } from "@/lib/time";

// Cached for everybody, and nothing of it is rendered while building, when there is no database.
export const revalidate = 60;
export const dynamicParams = true;
export async function generateStaticParams(): Promise<{ id: string[] }[]> {
	return [];
}

type Props = PageProps<"/papers/[...id]">;

/** Old arXiv ids hold a slash, hence the catch-all route. Read once for the page and its metadata. */
const readPaper = cache(async (segments: string) => {
	const id = parsePaperId(segments);
	return id && (await findPaper(id));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const paper = await readPaper((await params).id.join("/"));
	if (!paper) return {};
	return {
		title: paper.title,
		description: paper.abstract.slice(0, 200),
		alternates: { canonical: `/papers/${paper.id}` },
	};
}

export default async function PaperPage({ params }: Props) {
	const asked = (await params).id.join("/");
	const reference = parseArxivReference(asked);
	// Other spellings of an id, as with a version (`2412.14093v2`), lead to the one address that the paper has.
	if (reference && reference.id !== asked) permanentRedirect(`/papers/${reference.id}` as Route);
	const paper = await readPaper(asked);
	if (!paper) notFound();
	return (
		<main id="main" className="border-t-[3px] border-double border-rule-strong pt-8 pb-16">
			<article className="grid grid-cols-[46px_minmax(0,1fr)] gap-3.5 wide:grid-cols-[52px_minmax(0,46rem)] wide:gap-[18px]">
				<div className="pt-1.5">
					<VoteButton paperId={paper.id} title={paper.title} upvotes={paper.upvotes} />
				</div>
				<div>
					<h1 className="mb-4 text-[30px] leading-[1.1] font-medium tracking-[-0.02em] text-balance break-words wide:text-[40px]">
						{paper.title}
					</h1>
					{paper.authors.length > 0 && (
						<p className="mb-3 text-[16px] text-ink-soft">
							<span className="sr-only">By </span>
							{paper.authors.join(", ")}
						</p>
					)}
					<PaperMeta paper={paper} edition={paper.editionDate ?? utcDateOf(new Date())} />
					<h2 className="mt-8 mb-2 font-sans text-xs font-semibold tracking-[0.08em] text-ink-faint uppercase">
						{paper.upvotes.importSource === "sample" ? "Summary, in our own words" : "Abstract"}
					</h2>
					<p className="max-w-[68ch] text-[17px] leading-[1.65] break-words">{paper.abstract}</p>
					{paper.editionDate && (
						<p className="mt-8 flex flex-wrap gap-x-6 gap-y-1 border-t border-rule pt-4 text-sm text-ink-soft">
							<span>
								Listed on{" "}
								<Link
									href={`/papers/date/${paper.editionDate}` as Route}
									className="text-link underline underline-offset-3"
								>
									{formatLongDate(paper.editionDate)}
								</Link>
							</span>
							{paper.submitter && (
								<span className="break-words">
									<SubmitterLine submitter={paper.submitter} />
								</span>
							)}
							<CurateLink paperId={paper.id} />
						</p>
					)}
				</div>
			</article>
		</main>
	);
}
