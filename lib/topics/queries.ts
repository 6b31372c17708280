import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { ACTIVITY_MONTHS, sumPapers } from "../feed/activity";
import { type Counted, counted, INDEX_MAX, RELATED_AMONG, RELATED_MAX } from "../feed/counted";
import { findRecentStart, readPage, toActivity } from "../feed/queries";
import type { MonthCount, PaperPage } from "../feed/types";
import type { View } from "../feed/views";

export type TopicFacts = {
	name: string;
	slug: string;
	isCategory: boolean;
	/** All listed ones. */
	papers: number;
	/** Of the last months that have any. */
	activity: MonthCount[];
	related: Counted[];
};

/** What a topic's page says beside the papers; undefined for one that no listed paper has. */
export async function findTopic(slug: string): Promise<TopicFacts | undefined> {
	const topic = await db().topic.findUnique({ where: { slug } });
	if (topic === null) return undefined;
	const [activity, kept, related] = await Promise.all([
		readActivity(topic.id),
		readKeptCount(topic.id),
		listRelated(topic.id),
	]);
	// The count that is kept may be a minute late.
	const papers = Math.max(kept, sumPapers(activity));
	if (papers === 0) return undefined;
	return { name: topic.name, slug: topic.slug, isCategory: topic.kind === "category", papers, activity, related };
}

/** One page of the papers about a topic. */
export async function readTopicPapers(slug: string, view: View): Promise<PaperPage> {
	// By its id: of a slug Postgres can't tell whether few papers have it or half of all.
	const topic = await db().topic.findUnique({ where: { slug }, select: { id: true } });
	return topic === null ? { papers: [], hasMore: false } : readPage({ topics: { some: { topicId: topic.id } } }, view);
}

/** The topics of most papers lately. */
export async function listActiveTopics(): Promise<Counted[]> {
	const since = await findRecentStart();
	if (since === undefined) return [];
	const rows = await db().$queryRaw`
		SELECT t.name, t.slug, papers
		FROM (
			SELECT topic_id, count(*)::int AS papers
			FROM papers p CROSS JOIN LATERAL (SELECT topic_id FROM paper_topics WHERE paper_id = p.id OFFSET 0) topics
			WHERE p.hidden_at IS NULL
				AND p.edition_date > ${since}::date
			GROUP BY topic_id ORDER BY papers DESC, topic_id LIMIT ${INDEX_MAX}
		) active
		JOIN topics t ON t.id = topic_id
		ORDER BY papers DESC, t.name, t.slug`;
	return z.array(counted).parse(rows);
}

/** How many papers about a topic each of its last months has, oldest first. */
async function readActivity(id: number): Promise<MonthCount[]> {
	const rows = await db().$queryRaw`
		SELECT edition_date AS date, count(*)::int AS papers
		FROM paper_topics
		WHERE topic_id = ${id}::int AND edition_date >= (
			SELECT date_trunc('month', max(edition_date)) - make_interval(months => ${ACTIVITY_MONTHS - 1}::int)
			FROM paper_topics WHERE topic_id = ${id}::int
		)::date
		GROUP BY edition_date`;
	return toActivity(rows);
}

/** As searches count them. */
async function readKeptCount(id: number): Promise<number> {
	const held = await db().searchLexeme.findUnique({ where: { lexeme: `#${id}` } });
	return held?.papers ?? 0;
}

/** The topics that most of the newest papers about one are about as well. */
async function listRelated(id: number): Promise<Counted[]> {
	const rows = await db().$queryRaw`
		SELECT t.name, t.slug, papers
		FROM (
			SELECT theirs.topic_id, count(*)::int AS papers
			FROM (
				SELECT paper_id FROM paper_topics WHERE topic_id = ${id}::int AND edition_date IS NOT NULL
				ORDER BY edition_date DESC LIMIT ${RELATED_AMONG}::int
			) own
			CROSS JOIN LATERAL (
				SELECT topic_id FROM paper_topics WHERE paper_id = own.paper_id AND topic_id <> ${id}::int OFFSET 0
			) theirs
			GROUP BY theirs.topic_id ORDER BY papers DESC, theirs.topic_id LIMIT ${RELATED_MAX}
		) related
		JOIN topics t ON t.id = topic_id
		ORDER BY papers DESC, t.name, t.slug`;
	return z.array(counted).parse(rows);
}
