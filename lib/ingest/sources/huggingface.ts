import "server-only";
import { z } from "zod";
import { env } from "../../env";
import type { UtcDate } from "../../time";
import { systemClock } from "../http/clock";
import { fetchText } from "../http/fetch-text";
import { withRetries } from "../http/retry";
import { SourceError } from "../http/source-error";
import { sourceUrl } from "../http/source-url";
import { readHuggingFaceItem } from "./huggingface-paper";
import { type SourceOptions, type SourcePage, toPage } from "./types";

/** The most that the API gives at a time. */
const PAGE_SIZE = 100;
/** A hundred papers are about a megabyte. */
const MAX_BYTES = 16 * 1024 * 1024;
/** A month has less than a tenth of it. */
const MOST_PAGES = 100;

/**
 * The list of one day, all its pages (`GET /api/daily_papers?date=…`, https://huggingface.co/docs/hub/api). A day without a list,
 * such as a Sunday, gives no page.
 *
 * @throws SourceError of every kind, after retries; the signal's reason
 */
export function fetchHuggingFaceDay(date: UtcDate, options: SourceOptions = {}): AsyncGenerator<SourcePage> {
	return fetchList({ date }, date, options);
}

/**
 * The lists of an ISO week (`2024-W03`), all pages. Each paper's day is the one that it says itself; one that says none (only answers
 * kept from before March 2025) has no listing. Throws as for a day.
 */
export function fetchHuggingFaceWeek(week: string, options: SourceOptions = {}): AsyncGenerator<SourcePage> {
	return fetchList({ week }, undefined, options);
}

/** The lists of a month (`2024-01`), all pages, as for a week. */
export function fetchHuggingFaceMonth(month: string, options: SourceOptions = {}): AsyncGenerator<SourcePage> {
	return fetchList({ month }, undefined, options);
}

async function* fetchList(
	window: Record<string, string>,
	askedFor: UtcDate | undefined,
	options: SourceOptions,
): AsyncGenerator<SourcePage> {
	const seen = new Set<string>();
	for (let number = 0; number < MOST_PAGES; number++) {
		const items = await withRetries(() => fetchItems(window, number, options), options);
		const capturedAt = options.now ?? new Date((options.clock ?? systemClock).now());
		// Pages overlap when votes change the order between two requests.
		const fresh = items.map((raw) => ({ raw, key: keyOf(raw) })).filter(({ key }) => !seen.has(key));
		// However many it gives at a time, and whether or not it knows the page's number: nothing new is the end.
		if (fresh.length === 0) return;
		const readings = fresh.map(({ raw }, index) => {
			const where = idOf(raw) ?? `page ${number}, item ${index + 1}`;
			return readHuggingFaceItem(raw, { where, askedFor, capturedAt });
		});
		for (const { key } of fresh) seen.add(key);
		yield toPage(readings);
	}
	throw new SourceError("malformed", `the Hugging Face list has more than ${MOST_PAGES} pages`);
}

async function fetchItems(window: Record<string, string>, number: number, options: SourceOptions): Promise<unknown[]> {
	const query = { ...window, limit: String(PAGE_SIZE), p: String(number) };
	const url = sourceUrl(env().HUGGINGFACE_URL, "api/daily_papers", query);
	const { text } = await fetchText(url, { ...options, accept: "application/json", maxBytes: MAX_BYTES });
	const parsed = z.array(z.unknown()).safeParse(parseJson(text, url.host));
	if (!parsed.success) throw new SourceError("malformed", `${url.host} answered JSON that is no list of papers`);
	return parsed.data;
}

function parseJson(text: string, host: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// The parser's message quotes the answer.
		const what = /^\s*</.test(text) ? "a web page" : "what is not JSON, or not all of it,";
		throw new SourceError("malformed", `${host} answered ${what} instead of a list of papers`);
	}
}

const identified = z.object({ paper: z.object({ id: z.string().max(100) }) });

function idOf(raw: unknown): string | undefined {
	return identified.safeParse(raw).data?.paper.id;
}

function keyOf(raw: unknown): string {
	return idOf(raw) ?? JSON.stringify(raw);
}
