import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { type Counted, counted, INDEX_MAX, RECENT_DAYS, RELATED_MAX } from "../feed/counted";
import { readActivity, readPage } from "../feed/queries";
import type { MonthCount, PaperPage } from "../feed/types";
import type { View } from "../feed/views";

export type Author = {
	name: string;
	slug: string;
	/** The handles of those who have shown to be this author; null for one who has none. */
	knownAs: (string | null)[];
	activity: MonthCount[];
	coauthors: Counted[];
};

const authorColumns = {
	name: true,
	claims: {
		where: { state: "approved" },
		select: { user: { select: { handle: true } } },
		orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
	},
} satisfies Prisma.AuthorSelect;

/** What an author's page says beside the papers; undefined for a name that no listed paper has. */
export async function findAuthor(slug: string): Promise<Author | undefined> {
	const author = await db().author.findUnique({ where: { slug }, select: authorColumns });
	if (author === null) return undefined;
	const knownAs = author.claims.map(({ user }) => user.handle);
	const [activity, coauthors] = await Promise.all([readActivity(writtenBy(slug)), listCoauthors(slug)]);
	return activity.length > 0 ? { name: author.name, slug, knownAs, activity, coauthors } : undefined;
}

/** One page of an author's papers. */
export async function readAuthorPapers(slug: string, view: View): Promise<PaperPage> {
	return readPage(writtenBy(slug), view);
}

/** The authors of most papers lately. */
export async function listActiveAuthors(): Promise<Counted[]> {
	const rows = await db().$queryRaw`
		SELECT a.name, a.slug, count(DISTINCT p.id)::int AS papers
		FROM papers p JOIN paper_authors pa ON pa.paper_id = p.id JOIN authors a ON a.id = pa.author_id
		WHERE p.hidden_at IS NULL
			AND p.edition_date > (SELECT max(edition_date) FROM papers WHERE hidden_at IS NULL) - ${RECENT_DAYS}::int
		GROUP BY a.id ORDER BY papers DESC, a.name, a.slug LIMIT ${INDEX_MAX}`;
	return z.array(counted).parse(rows);
}

/** Those who wrote most papers with an author. */
async function listCoauthors(slug: string): Promise<Counted[]> {
	const rows = await db().$queryRaw`
		SELECT other.name, other.slug, count(DISTINCT p.id)::int AS papers
		FROM authors one
		JOIN paper_authors own ON own.author_id = one.id
		JOIN papers p ON p.id = own.paper_id AND p.hidden_at IS NULL AND p.edition_date IS NOT NULL
		JOIN paper_authors theirs ON theirs.paper_id = p.id AND theirs.author_id <> one.id
		JOIN authors other ON other.id = theirs.author_id
		WHERE one.slug = ${slug}
		GROUP BY other.id ORDER BY papers DESC, other.name, other.slug LIMIT ${RELATED_MAX}`;
	return z.array(counted).parse(rows);
}

function writtenBy(slug: string) {
	return { authors: { some: { author: { slug } } } };
}
