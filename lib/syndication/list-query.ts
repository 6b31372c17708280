import { NEWEST, parseEdition } from "../feed/editions";
import { parseWindow, windowOf } from "../feed/windows";
import { nameOfWrong, type Refusal, refuseParameter } from "../http/refuse-parameter";
import { formatQuery } from "../search/query";
import { utcDateOf } from "../time";
import { listParameters } from "./schemas";
import { ALL_DAYS, type ListKind, type ListQuery } from "./types";

/**
 * Reads the query string of a feed or an export. Where it says no window, that is all days if anything else narrows the list,
 * the newest edition if not. Parameters of other names are ignored; of one that comes twice the last counts.
 *
 * @returns the query, and `search`, the one way to write it (empty, or beginning with `?`); for a wrong parameter a sentence
 * that says which it is and what it takes
 */
export function readListQuery(
	parameters: URLSearchParams,
	{ limit, orderOfSearch }: ListKind,
	now: Date,
): { ok: true; query: ListQuery; search: string } | Refusal {
	const schema = listParameters(limit);
	const parsed = schema.safeParse(Object.fromEntries(parameters));
	if (!parsed.success) return refuseParameter(schema, nameOfWrong(parsed.error));
	const { topic, author, org, ...given } = parsed.data;
	const q = given.q?.query;
	const problem = given.q?.problems[0];
	if (problem !== undefined) return { ok: false, error: `The parameter q can't be followed: ${problem}` };
	if (!q && given.order === "relevance") return refuseParameter(schema, "order");
	const isNarrowed = [q, topic, author, org, given.min].some((value) => value !== undefined);
	const window = readWindow(given.window ?? (isNarrowed ? ALL_DAYS : "day"), now);
	if (window === undefined) return refuseParameter(schema, "window");
	return {
		ok: true,
		query: {
			q: q && { ...q, min: null },
			topic,
			author,
			org,
			window,
			min: Math.max(given.min ?? 0, q?.min ?? 0),
			order: given.order ?? (q ? orderOfSearch : "new"),
			limit: given.limit ?? limit,
		},
		search: toSearch({ ...parsed.data, q: q && formatQuery(q) }),
	};
}

function readWindow(text: string, now: Date): ListQuery["window"] | undefined {
	if (text === "day") return NEWEST;
	if (text === ALL_DAYS) return ALL_DAYS;
	const today = utcDateOf(now);
	const date = parseEdition(text, now);
	if (date === undefined) return parseWindow("week", text, today) ?? parseWindow("month", text, today);
	return date === NEWEST ? undefined : windowOf("date", date);
}

function toSearch(values: Record<string, string | number | undefined>): string {
	const given = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, `${value}`]]));
	return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}
