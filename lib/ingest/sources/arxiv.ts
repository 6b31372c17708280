import "server-only";
import { isArxivId, type PaperId } from "../../papers/ids";
import { addDays, daysBetween, type UtcDate } from "../../time";
import { readArxivEntry } from "./arxiv-entry";
import { queryArxiv, requireCategories, searchArxiv } from "./arxiv-query";
import { type SourceOptions, type SourcePage, toPage } from "./types";

/** Small against the 2,000 that arXiv would give, so that an answer comes soon and a lost one costs little. */
const PAGE_SIZE = 200;
const IDS_AT_A_TIME = 100;
/** All of computer science in a week stays far below the 30,000 results that a query may have. */
const WINDOW_DAYS = 7;

export type ArxivWindow = { categories: readonly string[]; since: UtcDate; until: UtcDate };

/**
 * Papers by their ids, newest versions (`id_list` of https://info.arxiv.org/help/api/user-manual.html). An id that arXiv does not know
 * comes back as a problem.
 *
 * @throws SourceError of every kind, after retries; the signal's reason
 */
export async function* fetchArxivIds(ids: readonly PaperId[], options: SourceOptions = {}): AsyncGenerator<SourcePage> {
	const wanted = [...new Set(ids)];
	for (let start = 0; start < wanted.length; start += IDS_AT_A_TIME) {
		const some = wanted.slice(start, start + IDS_AT_A_TIME);
		const known = some.filter(isArxivId);
		const query = { id_list: known.join(","), start: "0", max_results: String(known.length) };
		const { entries } = known.length === 0 ? { entries: [] } : await queryArxiv(query, options);
		const page = toPage(entries.map(readArxivEntry));
		const told = new Set<string>([...page.papers.map(({ id }) => id), ...page.problems.map(({ where }) => where)]);
		for (const id of some)
			if (!told.has(id)) page.problems.push({ where: id, reason: "arXiv has no paper of this id" });
		yield { ...page, failed: page.problems.length };
	}
}

/**
 * Papers in any of the categories whose first version was submitted from the day `since` to the day `until`, both included (UTC),
 * the earliest first. A paper may come twice if arXiv's list shifts between two pages. Throws as for ids.
 */
export async function* fetchArxivWindow(window: ArxivWindow, options: SourceOptions = {}): AsyncGenerator<SourcePage> {
	const categories = requireCategories(window.categories).map((category) => `cat:${category}`);
	for (let since = window.since; since <= window.until; since = addDays(since, WINDOW_DAYS)) {
		const days = Math.min(WINDOW_DAYS, daysBetween(since, window.until) + 1);
		// To the minute after the last day: arXiv takes a bound's seconds for 00.
		const end = addDays(since, days);
		const dates = `submittedDate:[${compact(since)}0000 TO ${compact(end)}0000]`;
		yield* fetchSearch(`(${categories.join(" OR ")}) AND ${dates}`, options);
	}
}

async function* fetchSearch(search: string, options: SourceOptions): AsyncGenerator<SourcePage> {
	for (let start = 0, total = 1; start < total; ) {
		const feed = await searchArxiv(search, { start, size: PAGE_SIZE }, options);
		total = feed.total;
		start += feed.entries.length;
		if (feed.entries.length > 0) yield toPage(feed.entries.map(readArxivEntry));
	}
}

function compact(date: UtcDate): string {
	return date.replaceAll("-", "");
}
