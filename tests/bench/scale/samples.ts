import { type PaperId, parsePaperId } from "@/lib/papers/ids";
import { parseUtcDate, type UtcDate } from "@/lib/time";
import { query } from "../../db/query";
import { STANDS_AT } from "../corpus/papers";
import { type Asked, mixPrefixes, mixSearches } from "../search/mix";

/** What pages are asked for: of a paper drawn from all there are, its day and some of what it names. */
export type Sample = {
	now: Date;
	/** The newest day, and the papers of its list. */
	newest: UtcDate;
	listed: PaperId[];
	day: UtcDate;
	paper: PaperId;
	author: string;
	org: string;
	category: string;
	keyword: string;
	search: Asked;
	prefix: string;
	voter: string;
};

type Row = { id: string; day: string; author: string; category: string; keyword: string };

/** So many, the same for the same database. */
export async function drawSamples(url: string, count: number): Promise<Sample[]> {
	const rows = await query<Row>(
		url,
		`SELECT p.id, p.edition_date::text AS day, a.slug AS author, c.slug AS category, k.slug AS keyword
		FROM papers p
		JOIN paper_authors pa ON pa.paper_id = p.id AND pa.position = 0 JOIN authors a ON a.id = pa.author_id
		JOIN paper_topics pc ON pc.paper_id = p.id AND pc.position = 0 JOIN topics c ON c.id = pc.topic_id
		CROSS JOIN LATERAL (
			SELECT t.slug FROM paper_topics pt JOIN topics t ON t.id = pt.topic_id
			WHERE pt.paper_id = p.id AND t.kind = 'keyword' ORDER BY pt.position LIMIT 1
		) k
		WHERE p.id IN (SELECT id FROM papers ORDER BY md5(id) LIMIT $1) ORDER BY md5(p.id)`,
		[count * 4],
	);
	const listed = await query<{ id: string; day: string }>(
		url,
		"SELECT id, edition_date::text AS day FROM papers WHERE edition_date = (SELECT max(edition_date) FROM papers)",
	);
	const orgs = await query<{ slug: string }>(
		url,
		`SELECT o.slug FROM (
			SELECT organization_id AS id FROM papers WHERE organization_id IS NOT NULL ORDER BY md5(id) LIMIT $1
		) drawn JOIN organizations o USING (id)`,
		[count],
	);
	const searches = await mixSearches(url, count);
	const prefixes = await mixPrefixes(url, count);
	return Array.from({ length: count }, (_, nth) => {
		const { id, day, author, category, keyword } = at(rows, nth);
		return {
			now: STANDS_AT,
			newest: dayOf(at(listed, 0).day),
			listed: listed.map((paper) => idOf(paper.id)),
			day: dayOf(day),
			paper: idOf(id),
			author,
			org: at(orgs, nth).slug,
			category,
			keyword,
			search: at(searches, nth),
			prefix: at(prefixes, nth),
			voter: `voter-${nth}`,
		};
	});
}

function at<Value>(list: readonly Value[], nth: number): Value {
	const one = list[nth % list.length];
	if (one === undefined) throw new Error("the corpus has nothing of what is asked for");
	return one;
}

function idOf(text: string): PaperId {
	const id = parsePaperId(text);
	if (id === undefined) throw new Error(`not the id of a paper: ${text}`);
	return id;
}

function dayOf(text: string): UtcDate {
	const day = parseUtcDate(text);
	if (day === undefined) throw new Error(`not a day: ${text}`);
	return day;
}
