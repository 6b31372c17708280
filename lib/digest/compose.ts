import "server-only";
import { db } from "../db/client";
import { toSubject } from "../mail/headers";
import { renderRichText } from "../papers/latex";
import type { UtcDate } from "../time";
import { findDigest, listTopPapers, type TopPaper } from "./queries";
import { shorten } from "./shorten";
import type { Digest, DigestPaper } from "./types";

/** Two lines of the mail. */
const SUMMARY_MAX = 170;

/** Leaves room for "and 9 more papers", which mail programs would cut off anyway after a title this long. */
const SUBJECT_TITLE_MAX = 160;

/**
 * Composes an edition's daily digest, or gives the one that was composed before: what it holds never changes, however
 * votes move later. Of two at once, both get the same.
 *
 * @param edition a closed one, with papers
 */
export async function composeDigest(edition: UtcDate): Promise<Digest> {
	const composed = await findDigest(edition);
	if (composed) return composed;
	const papers = (await listTopPapers(edition)).map(toDigestPaper);
	await db().$executeRaw`
		INSERT INTO digests (kind, date, subject, papers)
		VALUES ('daily', ${edition}::date, ${subjectOf(papers)}, ${JSON.stringify(papers)}::jsonb)
		ON CONFLICT (kind, date) DO NOTHING`;
	const digest = await findDigest(edition);
	if (!digest) throw new Error(`the digest of ${edition} was not stored`);
	return digest;
}

/** `<top title> and 9 more papers` */
export function subjectOf(papers: { title: string }[]): string {
	const [top, ...others] = papers;
	const title = toSubject(top?.title ?? "", SUBJECT_TITLE_MAX) || "The day's papers";
	if (others.length === 0) return title;
	return `${title} and ${others.length} more ${others.length === 1 ? "paper" : "papers"}`;
}

function toDigestPaper(paper: TopPaper): DigestPaper {
	return {
		id: paper.id,
		title: renderRichText(paper.title).text,
		summary: shorten(renderRichText(paper.abstract).text, SUMMARY_MAX),
		by: paper.organization ?? countAuthors(paper.authorCount),
		upvotes: paper.upvotes,
	};
}

function countAuthors(count: number | null): string | null {
	if (count === null) return null;
	return count === 1 ? "1 author" : `${count} authors`;
}
