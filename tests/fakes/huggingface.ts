import { parseUtcDate } from "@/lib/time";
import { type Answer, startUpstream, type Upstream } from "./upstream";

/** An item of the API's with the day of its list. */
export type ListedItem = { listedOn: string; item: { paper: { upvotes?: number } } };

const MOST_PER_PAGE = 100;

/**
 * Hugging Face's `GET /api/daily_papers` over the given items: by `date`, `week` or `month`, in pages of `limit` (50 unless given, 100 at
 * most), by upvotes; 400 with its `error` for a window that is none.
 *
 * @param options.largestPage a server that gives fewer than it is asked for
 */
export function startHuggingFace(items: ListedItem[], options: { largestPage?: number } = {}): Promise<Upstream> {
	return startUpstream((url) => {
		if (url.pathname !== "/api/daily_papers")
			return json(404, { error: "Sorry, we can't find the page you are looking for." });
		const query = url.searchParams;
		const limit = Number(query.get("limit") ?? 50);
		const page = Number(query.get("p") ?? 0);
		const days = daysOf(query);
		if (days === undefined) return json(400, { error: "Invalid date" });
		if (!Number.isInteger(limit) || limit < 1 || limit > MOST_PER_PAGE) return json(400, { error: "Invalid limit" });
		if (!Number.isInteger(page) || page < 0) return json(400, { error: "Invalid page" });
		const listed = items
			.filter(({ listedOn }) => days(listedOn))
			.sort((a, b) => (b.item.paper.upvotes ?? 0) - (a.item.paper.upvotes ?? 0))
			.map(({ item }) => item);
		const size = Math.min(limit, options.largestPage ?? MOST_PER_PAGE);
		return json(200, listed.slice(page * size, (page + 1) * size));
	});
}

/** Which days a query means; undefined if none. */
function daysOf(query: URLSearchParams): ((day: string) => boolean) | undefined {
	const [date, week, month] = [query.get("date"), query.get("week"), query.get("month")];
	if (date !== null) return parseUtcDate(date) && ((day) => day === date);
	if (week !== null) return /^\d{4}-W\d{2}$/.test(week) ? (day) => isoWeekOf(day) === week : undefined;
	if (month !== null) return parseUtcDate(`${month}-01`) && ((day) => day.startsWith(`${month}-`));
	return () => true;
}

function isoWeekOf(day: string): string {
	const date = new Date(`${day}T00:00:00Z`);
	// The week belongs to the year of its Thursday.
	date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
	const week = Math.ceil(((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000 + 1) / 7);
	return `${date.getUTCFullYear()}-W${String(week).padStart(2, "0")}`;
}

function json(status: number, body: unknown): Answer {
	return { status, type: "application/json; charset=utf-8", body: JSON.stringify(body) };
}
