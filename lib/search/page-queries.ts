import "server-only";
import { renderRichText } from "../papers/latex";
import { listSummariesOf } from "../papers/queries";
import type { PaperSummary } from "../papers/types";
import { listHits } from "./hits";
import { listNearQueries, type NearQuery } from "./near-queries";
import type { SearchAddress } from "./page-address";
import { markRichText } from "./page-marks";
import type { Suggestion } from "./page-types";
import { searchPapers } from "./queries";
import { parseQuery } from "./query";
import { suggest } from "./suggest";
import type { SearchPage, SearchQuery } from "./types";

/** Their abstracts are shown whole: fifty would weigh too much. */
const PAGE_SIZE = 20;
/** So many queries are tried at most where one finds nothing. */
const NEAR_TRIED = 5;
/** Suggestions of each kind: all together they fit under a field. */
const SUGGESTED = 4;

/** A page of what a search found, with what matches marked in titles and abstracts. */
export type FoundPage = Omit<SearchPage, "ids"> & { papers: PaperSummary[] };

/** @throws the database's error, also when a statement takes too long */
export async function readSearchPage(
	query: SearchQuery,
	{ order, page }: Pick<SearchAddress, "order" | "page">,
): Promise<FoundPage> {
	const { ids, ...found } = await searchPapers(query, { order, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
	const [papers, hits] = await Promise.all([listSummariesOf(ids), listHits(query, ids)]);
	const hitOf = new Map(hits.map((hit) => [hit.id, hit]));
	return {
		...found,
		papers: papers.map((paper) => {
			const hit = hitOf.get(paper.id);
			if (hit === undefined) return paper;
			return {
				...paper,
				title: markRichText(paper.title, hit.title, hit.titleMarks),
				abstract: markRichText(paper.abstract, hit.abstract, hit.abstractMarks),
			};
		}),
	};
}

/** Queries that ask for one thing less than one that finds nothing, and find something. */
export async function listFindingQueries(query: SearchQuery): Promise<NearQuery[]> {
	const finding: NearQuery[] = [];
	// One after the other: a search that found nothing is worth no more of the database than others.
	for (const near of listNearQueries(query).slice(0, NEAR_TRIED)) {
		const { ids } = await searchPapers(parseQuery(near.text).query, { order: "relevance", limit: 1, offset: 0 });
		if (ids.length > 0) finding.push(near);
	}
	return finding;
}

/** What begins like a text, as the field under which it shows needs it. Titles are plain text. */
export async function readSuggestions(text: string): Promise<Suggestion[]> {
	const { papers, authors, topics } = await suggest(text, SUGGESTED);
	const named = (kind: "Authors" | "Topics", base: string, all: readonly { slug: string; name: string }[]) =>
		all.map(({ slug, name }) => ({ kind, text: name, path: `${base}/${encodeURIComponent(slug)}` }));
	return [
		...papers.map(({ id, title }) => ({
			kind: "Papers" as const,
			text: renderRichText(title).text,
			path: `/papers/${id}`,
		})),
		...named("Authors", "/authors", authors),
		...named("Topics", "/topics", topics),
	];
}
