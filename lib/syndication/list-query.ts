import { NEWEST, parseEdition } from "../feed/editions";
import { parseWindow, windowOf } from "../feed/windows";
import { utcDateOf } from "../time";
import { listParameters } from "./schemas";
import { ALL_DAYS, type ListQuery } from "./types";

/**
 * Reads the query string of a feed or an export. Where it says no window, that is all days if anything else narrows the list,
 * the newest edition if not. Parameters of other names are ignored; of one that comes twice the last counts.
 *
 * @param limit the most papers that there can be; as many there are, unless `limit=` says fewer
 * @returns the query, and `search`, the one way to write it (empty, or beginning with `?`); for a wrong parameter a sentence
 * that says which it is and what it takes
 */
export function readListQuery(
	parameters: URLSearchParams,
	limit: number,
	now: Date,
): { ok: true; query: ListQuery; search: string } | { ok: false; error: string } {
	const schema = listParameters(limit);
	const parsed = schema.safeParse(Object.fromEntries(parameters));
	const refuse = (name: string) => {
		const description = new Map(Object.entries(schema.shape)).get(name)?.description;
		return { ok: false as const, error: `The parameter ${name} takes ${description}.` };
	};
	if (!parsed.success) return refuse(String(parsed.error.issues[0]?.path[0]));
	const { topic, author, org, min, ...given } = parsed.data;
	const isNarrowed = [topic, author, org, min].some((value) => value !== undefined);
	const window = readWindow(given.window ?? (isNarrowed ? ALL_DAYS : "day"), now);
	if (window === undefined) return refuse("window");
	return {
		ok: true,
		query: { topic, author, org, window, min: min ?? 0, order: given.order ?? "new", limit: given.limit ?? limit },
		search: toSearch(parsed.data),
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
