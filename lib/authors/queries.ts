import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { sumPapers } from "../feed/activity";
import { type Counted, counted, INDEX_MAX, RELATED_MAX } from "../feed/counted";
import { findRecentStart, readPage, toActivity } from "../feed/queries";
import type { MonthCount, PaperPage } from "../feed/types";
import type { View } from "../feed/views";

export type Author = {
	name: string;
	slug: string;
	/** The handles of those who have shown to be this author; null for one who has none. */
	knownAs: (string | null)[];
	/** All listed ones. */
	papers: number;
	activity: MonthCount[];
	coauthors: Counted[];
};

const authorColumns = {
	id: true,
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
	const [activity, coauthors] = await Promise.all([readActivity(author.id), listCoauthors(author.id)]);
	const papers = sumPapers(activity);
	return papers > 0 ? { name: author.name, slug, knownAs, papers, activity, coauthors } : undefined;
}

/** One page of an author's papers. */
export async function readAuthorPapers(slug: string, view: View): Promise<PaperPage> {
	return readPage({ authors: { some: { author: { slug } } } }, view);
}

/** How many papers of an author each month has, oldest first. */
async function readActivity(id: string): Promise<MonthCount[]> {
	const rows = await db().$queryRaw`
		SELECT p.edition_date AS date, count(*)::int AS papers
		FROM (SELECT DISTINCT paper_id FROM paper_authors WHERE author_id = ${id}::uuid) own JOIN papers p ON p.id = own.paper_id
		WHERE p.hidden_at IS NULL AND p.edition_date IS NOT NULL GROUP BY p.edition_date`;
	return toActivity(rows);
}

/** The authors of most papers lately. */
export async function listActiveAuthors(): Promise<Counted[]> {
	const since = await findRecentStart();
	if (since === undefined) return [];
	const rows = await db().$queryRaw`
		SELECT a.name, a.slug, papers
		FROM (
			SELECT author_id, count(*)::int AS papers
			FROM papers p
			CROSS JOIN LATERAL (SELECT DISTINCT author_id FROM paper_authors WHERE paper_id = p.id OFFSET 0) authors
			WHERE p.hidden_at IS NULL
				AND p.edition_date > ${since}::date
			GROUP BY author_id ORDER BY papers DESC, author_id LIMIT ${INDEX_MAX}
		) active
		JOIN authors a ON a.id = author_id
		ORDER BY papers DESC, a.name, a.slug`;
	return z.array(counted).parse(rows);
}

/** Those who wrote most papers with an author. */
async function listCoauthors(id: string): Promise<Counted[]> {
	const rows = await db().$queryRaw`
		SELECT other.name, other.slug, count(DISTINCT p.id)::int AS papers
		FROM paper_authors own
		JOIN papers p ON p.id = own.paper_id AND p.hidden_at IS NULL AND p.edition_date IS NOT NULL
		JOIN paper_authors theirs ON theirs.paper_id = p.id AND theirs.author_id <> own.author_id
		JOIN authors other ON other.id = theirs.author_id
		WHERE own.author_id = ${id}::uuid
		GROUP BY other.id ORDER BY papers DESC, other.name, other.slug LIMIT ${RELATED_MAX}`;
	return z.array(counted).parse(rows);
}
