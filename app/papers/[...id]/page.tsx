import type { Metadata, Route } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { CommentSection } from "@/components/comments/comment-section";
import { Citation } from "@/components/papers/citation";
import { Heading, PaperArticle } from "@/components/papers/paper-article";
import { ShareLinks } from "@/components/papers/share-links";
import { SimilarList } from "@/components/papers/similar-list";
import { listComments } from "@/lib/comments/queries";
import { env } from "@/lib/env";
import { atAddress } from "@/lib/http/canonical";
import { parseArxivReference } from "@/lib/ingest/normalise/arxiv-reference";
import { toBibtex } from "@/lib/papers/citation/bibtex";
import { serialiseJsonLd, toJsonLd } from "@/lib/papers/citation/json-ld";
import { toCitationMeta } from "@/lib/papers/citation/meta";
import { toRis } from "@/lib/papers/citation/ris";
import type { CitedPaper } from "@/lib/papers/citation/types";
import { type PaperId, parsePaperId } from "@/lib/papers/ids";
import { findPaper, listSummariesOf } from "@/lib/papers/queries";
import { listSimilar } from "@/lib/papers/similar";
import type { PaperDetails } from "@/lib/papers/types";
import { utcDateOf } from "@/lib/time";

// Cached for everybody, and nothing of it is rendered while building, when there is no database.
export const revalidate = 30;
export const dynamicParams = true;
export async function generateStaticParams(): Promise<{ id: string[] }[]> {
	return [];
}

const SIMILAR = 12;

/** What search engines show of it. */
const DESCRIPTION_MAX = 200;

type Props = PageProps<"/papers/[...id]">;

/** Old arXiv ids hold a slash, hence the catch-all route. Read once for the page and its metadata. */
const readPaper = cache(async (segments: string) => {
	const id = parsePaperId(segments);
	return id && (await findPaper(id));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const paper = await readPaper((await params).id.join("/"));
	if (!paper) return {};
	const description = paper.abstract.text.slice(0, DESCRIPTION_MAX);
	return {
		title: paper.title.text,
		description,
		...atAddress(`/papers/${paper.id}`, { "text/markdown": `/papers/${paper.id}.md` }),
		openGraph: {
			type: "article",
			siteName: "Broadsheet",
			title: paper.title.text,
			description,
			url: addressOf(paper.id),
			images: [{ url: `/og/${paper.id}.png`, width: 1200, height: 630, alt: paper.title.text }],
		},
		twitter: { card: "summary_large_image" },
		other: toCitationMeta(toCited(paper), addressOf(paper.id)),
	};
}

export default async function PaperPage({ params }: Props) {
	const asked = (await params).id.join("/");
	const reference = parseArxivReference(asked);
	// Other spellings of an id, as with a version (`2412.14093v2`), lead to the one address that the paper has.
	if (reference && reference.id !== asked) permanentRedirect(`/papers/${reference.id}` as Route);
	const paper = await readPaper(asked);
	if (!paper) notFound();
	const [similar, comments] = await Promise.all([
		listSimilar(paper.id, SIMILAR).then(listSummariesOf),
		listComments(paper.id),
	]);
	const cited = toCited(paper);
	const address = addressOf(paper.id);
	return (
		<main id="main" className="border-t-[3px] border-double border-rule-strong pt-8 pb-16">
			<script
				type="application/ld+json"
				// biome-ignore lint/security/noDangerouslySetInnerHtml: serialiseJsonLd escapes what could end the script
				dangerouslySetInnerHTML={{ __html: serialiseJsonLd(toJsonLd(cited, address)) }}
			/>
			<div className="grid gap-x-14 wide:grid-cols-[minmax(0,1fr)_288px]">
				<PaperArticle
					paper={paper}
					today={utcDateOf(new Date())}
					comments={<CommentSection paper={paper} page={comments} />}
				>
					<Heading>Cite</Heading>
					<Citation name="BibTeX" text={toBibtex(cited)} href={`/papers/${paper.id}.bib`} />
					<Citation name="RIS" text={toRis(cited)} href={`/papers/${paper.id}.ris`} />
					<Heading>Tell others</Heading>
					<ShareLinks title={paper.title.text} address={address} />
				</PaperArticle>
				{similar.length > 0 && (
					<aside aria-labelledby="similar">
						<Heading id="similar">Similar papers</Heading>
						<SimilarList papers={similar} />
					</aside>
				)}
			</div>
		</main>
	);
}

function addressOf(id: PaperId): string {
	return new URL(`/papers/${id}`, env().APP_URL).href;
}

function toCited({ source, authors, ...paper }: PaperDetails): CitedPaper {
	return { ...paper, ...source, authors: authors.map(({ name }) => name) };
}
