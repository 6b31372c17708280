import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { type Counted, counted, INDEX_MAX, RECENT_DAYS, RELATED_MAX } from "../feed/counted";
import { readActivity, readPage } from "../feed/queries";
import type { MonthCount, PaperPage } from "../feed/types";
import type { View } from "../feed/views";

export type OrganizationFacts = { name: string; slug: string; activity: MonthCount[]; topics: Counted[] };

/** What an organisation's page says beside the papers; undefined for one that no listed paper has. */
export async function findOrganization(slug: string): Promise<OrganizationFacts | undefined> {
	const organization = await db().organization.findUnique({ where: { slug }, select: { name: true, slug: true } });
	if (organization === null) return undefined;
	const [activity, topics] = await Promise.all([readActivity(from(slug)), listTopics(slug)]);
	return activity.length > 0 ? { ...organization, activity, topics } : undefined;
}

/** One page of an organisation's papers. */
export async function readOrganizationPapers(slug: string, view: View): Promise<PaperPage> {
	return readPage(from(slug), view);
}

/** The organisations of most papers lately. */
export async function listActiveOrganizations(): Promise<Counted[]> {
	const rows = await db().$queryRaw`
		SELECT o.name, o.slug, count(*)::int AS papers
		FROM papers p JOIN organizations o ON o.id = p.organization_id
		WHERE p.hidden_at IS NULL
			AND p.edition_date > (SELECT max(edition_date) FROM papers WHERE hidden_at IS NULL) - ${RECENT_DAYS}::int
		GROUP BY o.id ORDER BY papers DESC, o.name, o.slug LIMIT ${INDEX_MAX}`;
	return z.array(counted).parse(rows);
}

/** What most of an organisation's papers are about. */
async function listTopics(slug: string): Promise<Counted[]> {
	const rows = await db().$queryRaw`
		SELECT t.name, t.slug, count(*)::int AS papers
		FROM organizations o
		JOIN papers p ON p.organization_id = o.id AND p.hidden_at IS NULL AND p.edition_date IS NOT NULL
		JOIN paper_topics pt ON pt.paper_id = p.id JOIN topics t ON t.id = pt.topic_id
		WHERE o.slug = ${slug}
		GROUP BY t.id ORDER BY papers DESC, t.name, t.slug LIMIT ${RELATED_MAX}`;
	return z.array(counted).parse(rows);
}

function from(slug: string) {
	return { organization: { slug } };
}
