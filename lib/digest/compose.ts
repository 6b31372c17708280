import "server-only";
import { db } from "../db/client";
import { renderRichText } from "../papers/latex";
import type { UtcDate } from "../time";
import { firstDayOf } from "./days";
import { findDigest, listRisen, listTopPapers, type TopPaper } from "./queries";
import { shorten } from "./shorten";
import type { Digest, DigestKind, DigestPaper } from "./types";

/** Two lines of the mail. */
const SUMMARY_MAX = 140;

/**
 * Composes an edition's digest, or gives the one that was composed before: what it holds never changes, however votes move
 * later. Of two at once, both get the same.
 *
 * @param edition a closed one, with papers
 */
export async function composeDigest(kind: DigestKind, edition: UtcDate): Promise<Digest> {
	const composed = await findDigest(kind, edition);
	if (composed) return composed;
	const { papers, risen } = await draftDigest(kind, edition);
	await db().$executeRaw`
		INSERT INTO digests (kind, date, papers, risen)
		VALUES (${kind}::digest_kind, ${edition}::date, ${JSON.stringify(papers)}::jsonb, ${JSON.stringify(risen)}::jsonb)
		ON CONFLICT (kind, date) DO NOTHING`;
	const digest = await findDigest(kind, edition);
	if (!digest) throw new Error(`the ${kind} digest of ${edition} was not stored`);
	return digest;
}

/** A digest as it was composed, or as it would be now. Stores nothing. */
export async function foreseeDigest(
	kind: DigestKind,
	edition: Pick<Digest, "date" | "isSample">,
): Promise<Omit<Digest, "id">> {
	return (await findDigest(kind, edition.date)) ?? { kind, ...edition, ...(await draftDigest(kind, edition.date)) };
}

async function draftDigest(kind: DigestKind, edition: UtcDate): Promise<Pick<Digest, "papers" | "risen">> {
	const [papers, risen] = await Promise.all([
		listTopPapers(firstDayOf({ kind, date: edition }), edition),
		listRisen(kind, edition),
	]);
	return { papers: papers.map(toDigestPaper), risen };
}

function toDigestPaper(paper: TopPaper): DigestPaper {
	return {
		id: paper.id,
		title: renderRichText(paper.title).text,
		summary: shorten(renderRichText(paper.abstract).text, SUMMARY_MAX),
		by: paper.organization ?? countAuthors(paper.authorCount),
		upvotes: paper.upvotes,
		code: paper.code,
	};
}

function countAuthors(count: number | null): string | null {
	if (count === null) return null;
	return count === 1 ? "1 author" : `${count} authors`;
}
