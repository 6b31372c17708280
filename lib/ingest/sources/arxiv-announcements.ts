import "server-only";
import { env } from "../../env";
import { decodeTexAccents } from "../../papers/tex-accents";
import { sourceUrl } from "../http/source-url";
import { childText, type XmlElement } from "../http/xml";
import { cleanNames, cleanText } from "../normalise/text";
import type { IngestedPaper } from "../types";
import { readArxivPaper, withCategories } from "./arxiv-entry";
import { askArxiv, requireCategories } from "./arxiv-query";
import { ARXIV, ATOM, DUBLIN_CORE } from "./atom";
import { type Reading, type SourceOptions, type SourcePage, toPage } from "./types";

/** New papers, ones that another category has too, and new versions of either (https://info.arxiv.org/help/rss_specifications.html). */
const ANNOUNCE_TYPES = ["new", "cross", "replace", "replace-cross"] as const;
export type AnnounceType = (typeof ANNOUNCE_TYPES)[number];

const PAGE_SIZE = 200;
/** `arXiv:2508.13426v1 Announce Type: cross`, then `Abstract:` before the abstract itself. */
const PREAMBLE = /^arXiv:\S+ Announce Type: \S+ (?:Abstract: )?/;

/**
 * What arXiv announced today in the categories: an empty list on the days without announcement (Saturday and Sunday in New York).
 * The feed's dates are of the announcement, so the papers come without `publishedAt` and `revisedAt`, which the query API gives.
 *
 * @param options.types which kinds; all four unless given
 * @throws SourceError of every kind, after retries; the signal's reason
 */
export async function* fetchArxivAnnouncements(
	categories: readonly string[],
	options: SourceOptions & { types?: readonly AnnounceType[] } = {},
): AsyncGenerator<SourcePage> {
	const { types = ANNOUNCE_TYPES } = options;
	const url = sourceUrl(env().ARXIV_RSS_URL, `atom/${requireCategories(categories).join("+")}`, {});
	const { entries } = await askArxiv(url, options);
	const readings = entries.flatMap((entry) => {
		const type = childText(entry, ARXIV, "announce_type")?.trim() ?? "";
		if (!isAnnounceType(type)) return [refuseType(entry)];
		return types.includes(type) ? [readAnnouncement(entry)] : [];
	});
	for (let start = 0; start < readings.length; start += PAGE_SIZE)
		yield toPage(readings.slice(start, start + PAGE_SIZE));
}

function isAnnounceType(text: string): text is AnnounceType {
	return ANNOUNCE_TYPES.some((type) => type === text);
}

function refuseType(entry: XmlElement): Reading<IngestedPaper> {
	const where = cleanText(childText(entry, ATOM, "id") ?? "an entry").slice(0, 60);
	return { ok: false, problem: { where, reason: "its announce type is not one that we know" } };
}

function readAnnouncement(entry: XmlElement): Reading<IngestedPaper> {
	const text = (name: string) => decodeTexAccents(cleanText(childText(entry, ATOM, name) ?? ""));
	return readArxivPaper((childText(entry, ATOM, "id") ?? "").replace(/^\s*oai:arxiv\.org:/i, ""), {
		title: text("title"),
		abstract: text("summary").replace(PREAMBLE, ""),
		authors: splitCreators(childText(entry, DUBLIN_CORE, "creator") ?? ""),
		...withCategories(entry),
	});
}

/** `A. One (MIT, USA), B. Two, Jr.` as names: without affiliations, what belongs to a name kept with it. */
function splitCreators(text: string): string[] {
	const names = text.replace(/\([^()]*\)/g, "").split(/,(?!\s*(?:[JS]r\.?|I{2,3}|IV)\s*(?:,|$))/);
	return cleanNames(names.map(decodeTexAccents));
}
