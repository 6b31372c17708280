import { env } from "../env";
import { SHARED_CACHING } from "../http/caching";
import { limitRate } from "../http/rate-limits";
import { type AskedList, answerList } from "./answers";
import { answerConditionally } from "./conditional";
import { toFeedEntry } from "./entries";
import { writeJsonFeed } from "./json-feed";
import { findLastChange, listArrivals, listIds, listPapers } from "./queries";
import { pagePathOf, titleOf } from "./titles";
import type { ListKind } from "./types";
import { writeAtom, writeRss } from "./xml-feeds";

/** Papers in a feed: more than any day's reading, and small enough to be fetched often. */
const ENTRIES_MAX = 50;

const KIND: ListKind = { limit: ENTRIES_MAX, orderOfSearch: "new" };

const FORMATS = {
	atom: { write: writeAtom, type: "application/atom+xml" },
	rss: { write: writeRss, type: "application/rss+xml" },
	json: { write: writeJsonFeed, type: "application/feed+json" },
};

/** Answers `GET /feed.{format}`. */
export function answerFeed(request: Request, format: keyof typeof FORMATS): Promise<Response> {
	return limitRate(request, "api", () =>
		answerList(request, KIND, (list, now) => writeFeed(request, format, list, now)),
	);
}

async function writeFeed(
	request: Request,
	format: keyof typeof FORMATS,
	{ query, search, names }: AskedList,
	now: Date,
): Promise<Response> {
	const ids = await (query.min > 0 && query.order === "new" ? listArrivals : listIds)(query, names, now);
	// When a search came to find a paper that was listed before, nothing tells.
	const isDated = query.q === undefined;
	const [papers, changed] = await Promise.all([listPapers(ids), isDated ? findLastChange(ids) : undefined]);
	const { APP_URL } = env();
	const entries = papers.map((paper) => toFeedEntry(paper, APP_URL));
	const { write, type } = FORMATS[format];
	const body = write({
		title: titleOf(query, names),
		pageUrl: new URL(pagePathOf(query, names), APP_URL).href,
		selfUrl: new URL(`/feed.${format}${search}`, APP_URL).href,
		updated: new Date(Math.max(0, ...entries.map(({ updated }) => updated.getTime()))),
		entries,
	});
	return answerConditionally(request.headers, body, changed, {
		"Content-Type": `${type}; charset=utf-8`,
		"Cache-Control": SHARED_CACHING,
		"Access-Control-Allow-Origin": "*",
	});
}
