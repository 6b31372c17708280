import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { type Counted, counted, INDEX_MAX, RECENT_DAYS, RELATED_MAX } from "../feed/counted";
import { readActivity, readPage } from "../feed/queries";
import type { MonthCount, PaperPage } from "../feed/types";
import type { View } from "../feed/views";

export type TopicFacts = {
	name: string;
	slug: string;
	isCategory: boolean;
	activity: MonthCount[];
	related: Counted[];
};

/** What a topic's page says beside the papers; undefined for one that no listed paper has. */
export async function findTopic(slug: string): Promise<TopicFacts | undefined> {
	const topic = await db().topic.findUnique({ where: { slug }, select: { name: true, slug: true, kind: true } });
	if (topic === null) return undefined;
	const [activity, related] = await Promise.all([readActivity(about(slug)), listRelated(slug)]);
	if (activity.length === 0) return undefined;
	return { name: topic.name, slug: topic.slug, isCategory: topic.kind === "category", activity, related };
}

/** One page of the papers about a topic. */
export async function readTopicPapers(slug: string, view: View): Promise<PaperPage> {
	return readPage(about(slug), view);
}

/** The topics of most papers lately. */
export async function listActiveTopics(): Promise<Counted[]> {
	const rows = await db().$queryRaw`
		SELECT t.name, t.slug, count(*)::int AS papers
		FROM papers p JOIN paper_topics pt ON pt.paper_id = p.id JOIN topics t ON t.id = pt.topic_id
		WHERE p.hidden_at IS NULL
			AND p.edition_date > (SELECT max(edition_date) FROM papers WHERE hidden_at IS NULL) - ${RECENT_DAYS}::int
		GROUP BY t.id ORDER BY papers DESC, t.name, t.slug LIMIT ${INDEX_MAX}`;
	return z.array(counted).parse(rows);
}

/** The topics that most papers about one are about as well. */
async function listRelated(slug: string): Promise<Counted[]> {
	const rows = await db().$queryRaw`
		SELECT other.name, other.slug, count(*)::int AS papers
		FROM topics one
		JOIN paper_topics own ON own.topic_id = one.id
		JOIN papers p ON p.id = own.paper_id AND p.hidden_at IS NULL AND p.edition_date IS NOT NULL
		JOIN paper_topics theirs ON theirs.paper_id = p.id AND theirs.topic_id <> one.id
		JOIN topics other ON other.id = theirs.topic_id
		WHERE one.slug = ${slug}
		GROUP BY other.id ORDER BY papers DESC, other.name, other.slug LIMIT ${RELATED_MAX}`;
	return z.array(counted).parse(rows);
}

function about(slug: string) {
	return { topics: { some: { topic: { slug } } } };
}
