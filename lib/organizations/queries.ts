import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { ACTIVITY_MONTHS, sumPapers } from "../feed/activity";
import { type Counted, counted, INDEX_MAX, RELATED_AMONG, RELATED_MAX } from "../feed/counted";
import { findRecentStart, readPage, toActivity } from "../feed/queries";
import type { MonthCount, PaperPage } from "../feed/types";
import type { View } from "../feed/views";

export type OrganizationFacts = {
	name: string;
	slug: string;
	/** All listed ones. */
	papers: number;
	/** Of the last months that have any. */
	activity: MonthCount[];
	topics: Counted[];
};

/** What an organisation's page says beside the papers; undefined for one that no listed paper has. */
export async function findOrganization(slug: string): Promise<OrganizationFacts | undefined> {
	const organization = await db().organization.findUnique({
		where: { slug },
		select: { id: true, name: true, slug: true },
	});
	if (organization === null) return undefined;
	const { id, ...names } = organization;
	const [activity, kept, topics] = await Promise.all([readActivity(id), readKeptCount(id), listTopics(id)]);
	// The count that is kept may be a minute late.
	const papers = Math.max(kept, sumPapers(activity));
	return papers > 0 ? { ...names, papers, activity, topics } : undefined;
}

/** One page of an organisation's papers. */
export async function readOrganizationPapers(slug: string, view: View): Promise<PaperPage> {
	// By its id: of a slug Postgres can't tell how many papers have it.
	const organization = await db().organization.findUnique({ where: { slug }, select: { id: true } });
	return organization === null ? { papers: [], hasMore: false } : readPage({ organizationId: organization.id }, view);
}

/** The organisations of most papers lately. */
export async function listActiveOrganizations(): Promise<Counted[]> {
	const since = await findRecentStart();
	if (since === undefined) return [];
	const rows = await db().$queryRaw`
		SELECT o.name, o.slug, count(*)::int AS papers
		FROM papers p JOIN organizations o ON o.id = p.organization_id
		WHERE p.hidden_at IS NULL
			AND p.edition_date > ${since}::date
		GROUP BY o.id ORDER BY papers DESC, o.name, o.slug LIMIT ${INDEX_MAX}`;
	return z.array(counted).parse(rows);
}

/** How many papers of an organisation each of its last months has, oldest first. */
async function readActivity(id: string): Promise<MonthCount[]> {
	const rows = await db().$queryRaw`
		SELECT edition_date AS date, count(*)::int AS papers
		FROM papers
		WHERE organization_id = ${id}::uuid AND hidden_at IS NULL AND edition_date >= (
			SELECT date_trunc('month', max(edition_date)) - make_interval(months => ${ACTIVITY_MONTHS - 1}::int)
			FROM papers WHERE organization_id = ${id}::uuid
		)::date
		GROUP BY edition_date`;
	return toActivity(rows);
}

/** As searches count them. */
async function readKeptCount(id: string): Promise<number> {
	const held = await db().searchLexeme.findUnique({ where: { lexeme: `/o${id}` } });
	return held?.papers ?? 0;
}

/** What most of an organisation's newest papers are about. */
async function listTopics(id: string): Promise<Counted[]> {
	const rows = await db().$queryRaw`
		SELECT t.name, t.slug, papers
		FROM (
			SELECT topic_id, count(*)::int AS papers
			FROM (
				SELECT id FROM papers WHERE organization_id = ${id}::uuid AND hidden_at IS NULL AND edition_date IS NOT NULL
				ORDER BY edition_date DESC LIMIT ${RELATED_AMONG}::int
			) p
			CROSS JOIN LATERAL (SELECT topic_id FROM paper_topics WHERE paper_id = p.id OFFSET 0) about
			GROUP BY topic_id ORDER BY papers DESC, topic_id LIMIT ${RELATED_MAX}
		) most
		JOIN topics t ON t.id = topic_id
		ORDER BY papers DESC, t.name, t.slug`;
	return z.array(counted).parse(rows);
}
