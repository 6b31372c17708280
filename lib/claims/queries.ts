import "server-only";
import { db } from "../db/client";
import { submitterName } from "../papers/submitter";
import { restsUntil } from "./rules";
import type { ClaimPage, CuratedClaim } from "./types";

/**
 * How somebody stands to an author; undefined for one whom no paper that is shown names.
 *
 * @param userId of the signed-in user, whose own claim it is
 */
export async function findClaimPage(userId: string, slug: string, now: Date): Promise<ClaimPage | undefined> {
	const author = await db().author.findUnique({
		where: { slug, papers: { some: { paper: { hiddenAt: null } } } },
		select: { name: true, slug: true, claims: { where: { userId } } },
	});
	if (author === null) return undefined;
	const { claims, ...named } = author;
	const [claim] = claims;
	if (claim === undefined) return { author: named, claim: null, restsUntil: null };
	const { state, note, orcid, createdAt, decidedAt } = claim;
	const rests = state === "refused" && decidedAt !== null ? restsUntil(decidedAt) : null;
	return {
		author: named,
		claim: { state, note, orcid, since: decidedAt ?? createdAt },
		restsUntil: rests !== null && rests > now ? rests : null,
	};
}

/** The pages that say who is known as an author: theirs, and their papers'. */
export async function listPagesOf(slug: string): Promise<string[]> {
	const lines = await db().paperAuthor.findMany({
		where: { author: { slug }, paper: { hiddenAt: null } },
		select: { paperId: true },
		distinct: ["paperId"],
	});
	return ["/authors/[slug]/[[...view]]", ...lines.map(({ paperId }) => `/papers/${paperId}`)];
}

/**
 * Claims that wait, the longest waiting first, or those that were approved, the newest first. For curators alone, as the caller
 * sees to.
 */
export async function listClaims(state: "asked" | "approved", limit: number): Promise<CuratedClaim[]> {
	const found = await db().authorClaim.findMany({
		where: { state },
		include: {
			author: { select: { id: true, name: true, slug: true } },
			user: { select: { name: true, handle: true, createdAt: true } },
		},
		orderBy: state === "asked" ? [{ createdAt: "asc" }, { id: "asc" }] : [{ decidedAt: "desc" }, { id: "asc" }],
		take: limit,
	});
	const approved = await db().authorClaim.findMany({
		where: { state: "approved", authorId: { in: found.map(({ authorId }) => authorId) } },
		select: { id: true, authorId: true },
	});
	return found.map(({ id, author, user, note, orcid, createdAt, decidedAt }) => ({
		id,
		author: { name: author.name, slug: author.slug },
		claimant: { name: submitterName(user, null), handle: user.handle, since: user.createdAt },
		note,
		orcid,
		at: decidedAt ?? createdAt,
		isTaken: approved.some((other) => other.id !== id && other.authorId === author.id),
	}));
}
