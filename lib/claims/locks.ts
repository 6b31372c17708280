import "server-only";
import { z } from "zod";
import type { Db } from "../db/client";

const authorRows = z.array(z.object({ id: z.string(), name: z.string(), slug: z.string() }));

export type LockedAuthor = z.infer<typeof authorRows>[number];

/**
 * An author whom a paper that is shown names, kept until the transaction ends: who becomes known as one author is settled one
 * claim after the other.
 */
export async function lockAuthor(tx: Db, slug: string): Promise<LockedAuthor | undefined> {
	const found = await tx.$queryRaw`
		SELECT id, name, slug FROM authors
		WHERE slug = ${slug} AND EXISTS (
			SELECT FROM paper_authors line JOIN papers p ON p.id = line.paper_id
			WHERE line.author_id = authors.id AND p.hidden_at IS NULL
		)
		FOR NO KEY UPDATE`;
	return authorRows.parse(found)[0];
}

/** The author of a claim, kept likewise; undefined if the claim is gone. */
export async function lockClaimedAuthor(tx: Db, claimId: string): Promise<LockedAuthor | undefined> {
	const found = await tx.$queryRaw`
		SELECT authors.id, authors.name, authors.slug
		FROM author_claims claim JOIN authors ON authors.id = claim.author_id
		WHERE claim.id = ${claimId}::uuid FOR NO KEY UPDATE OF authors`;
	return authorRows.parse(found)[0];
}
