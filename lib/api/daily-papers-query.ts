import type { z } from "zod";
import { FIRST_EDITION } from "../feed/editions";
import { parseWindow, type Window, windowOf } from "../feed/windows";
import { nameOfWrong, type Refusal, refuseParameter } from "../http/refuse-parameter";
import { parseUtcDate, type UtcDate, utcDateOf } from "../time";
import { dailyPapersParameters } from "./schemas";

/** Of a day, a week or a month the most upvoted stand first, of all papers the newest listed, unless `sort` says otherwise. */
export type ApiOrder = "top" | "listed" | "publishedAt" | "trending";

export type DailyPapersQuery = {
	/** Undefined: all days. */
	window?: Window;
	submitter?: string;
	order: ApiOrder;
	limit: number;
	/** From 0. */
	page: number;
};

type Parameters = z.infer<typeof dailyPapersParameters>;

const WINDOWS = ["date", "week", "month"] as const;

/**
 * Reads the query string of `/api/daily_papers`. Parameters of other names are ignored; of one that comes twice the last counts.
 *
 * @returns for a wrong parameter, a sentence that says which it is and what it takes
 */
export function readDailyPapersQuery(
	search: URLSearchParams,
	now: Date,
): { ok: true; value: DailyPapersQuery } | Refusal {
	const parsed = dailyPapersParameters.safeParse(Object.fromEntries(search));
	if (!parsed.success) return refuseParameter(dailyPapersParameters, nameOfWrong(parsed.error));
	const { submitter, sort, limit, p: page } = parsed.data;
	const [kind, ...others] = WINDOWS.filter((name) => parsed.data[name] !== undefined);
	if (others.length > 0) return { ok: false, error: "Give only one of date, week and month." };
	const window = kind && readWindow(kind, parsed.data, utcDateOf(now));
	if (kind && window === undefined) return refuseParameter(dailyPapersParameters, kind);
	return { ok: true, value: { window, submitter, order: sort ?? (window ? "top" : "listed"), limit, page } };
}

function readWindow(kind: Window["kind"], parameters: Parameters, today: UtcDate): Window | undefined {
	const text = parameters[kind] ?? "";
	if (kind !== "date") return parseWindow(kind, text, today);
	const date = parseUtcDate(text);
	return date !== undefined && date >= FIRST_EDITION && date <= today ? windowOf("date", date) : undefined;
}
