import "server-only";
import { env } from "../env";
import { jsonError } from "../http/json";
import { log } from "../log";
import type { PaperId } from "../papers/ids";
import { answerConditionally } from "../syndication/conditional";
import { toFeedEntry } from "../syndication/entries";
import { toStream, writePieces } from "../syndication/export-answer";
import { EXPORT_FORMATS } from "../syndication/export-formats";
import { findLastChange, listPapers } from "../syndication/queries";
import { writeAtom } from "../syndication/xml-feeds";
import { findFeedOwner } from "./private-feed";
import { listSavedIds } from "./queries";
import { feedToken } from "./schemas";
import { LIBRARY_WORDS, SAVES_MAX } from "./words";

/** As many as in any other feed of ours. */
const ENTRIES_MAX = 50;

/** For whoever knows the address; it must not get around further than its owner gives it. */
const PRIVATE = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };

/**
 * Answers with somebody's library, or one of their lists, as a file.
 *
 * @param ending stands for the format (`bib`, `ris`, `csv`, `json`)
 */
export async function answerLibraryExport(userId: string, ending: string, listId?: string): Promise<Response> {
	const format = EXPORT_FORMATS.get(ending);
	if (format === undefined)
		return jsonError(404, `Libraries are exported as ${[...EXPORT_FORMATS.keys()].join(", ")}.`);
	const ids = await listSavedIds(userId, SAVES_MAX, listId);
	if (ids === undefined) return jsonError(404, LIBRARY_WORDS["no-such-list"]);
	return new Response(toStream(writePieces(ids, format)), {
		headers: {
			...PRIVATE,
			"Content-Type": `${format.type}; charset=utf-8`,
			"Content-Disposition": `attachment; filename="broadsheet-library.${ending}"`,
		},
	});
}

/** Answers with the library that a token opens, as Atom; 404 for a token that opens none. */
export async function answerLibraryFeed(request: Request, token: string): Promise<Response> {
	try {
		const owner = feedToken.safeParse(token).success ? await findFeedOwner(token) : undefined;
		if (owner === undefined) return jsonError(404, "There is no feed at this address, or no longer.", PRIVATE);
		const ids = (await listSavedIds(owner, ENTRIES_MAX)) ?? [];
		return await answerWithFeed(request, ids, new URL(`/library/feed/${token}`, env().APP_URL).href);
	} catch (error) {
		log.error({ err: error }, "a private feed could not be read");
		return jsonError(503, "This could not be read. Please try again in a minute.", { ...PRIVATE, "Retry-After": "60" });
	}
}

async function answerWithFeed(request: Request, ids: PaperId[], selfUrl: string): Promise<Response> {
	const [papers, changed] = await Promise.all([listPapers(ids), findLastChange(ids)]);
	const { APP_URL } = env();
	const entries = papers.map((paper) => toFeedEntry(paper, APP_URL));
	const body = writeAtom({
		title: "Broadsheet: your library",
		pageUrl: new URL("/library", APP_URL).href,
		selfUrl,
		updated: new Date(Math.max(0, ...entries.map(({ updated }) => updated.getTime()))),
		entries,
	});
	return answerConditionally(request.headers, body, changed, {
		...PRIVATE,
		"Content-Type": "application/atom+xml; charset=utf-8",
	});
}
