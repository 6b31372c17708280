import "server-only";
import path from "node:path";
import type { PaperId } from "../papers/ids";
import type { UtcDate } from "../time";
import { type IngestWindow, papersWindow } from "./batches";
import { type ArxivWindow, fetchArxivIds, fetchArxivWindow } from "./sources/arxiv";
import { fetchArxivAnnouncements } from "./sources/arxiv-announcements";
import { readPapersFile } from "./sources/file";
import { fetchHuggingFaceDay } from "./sources/huggingface";

/** The lists of some days, each a window of its own. */
export function huggingFaceDays(days: readonly UtcDate[]): IngestWindow[] {
	return days.map((day) => papersWindow(day, (options) => fetchHuggingFaceDay(day, options)));
}

/** Papers by their ids. */
export function arxivIds(name: string, ids: readonly PaperId[]): IngestWindow {
	return papersWindow(name, (options) => fetchArxivIds(ids, options));
}

/** What came out in some categories from one day to another. */
export function arxivCategories(asked: ArxivWindow): IngestWindow {
	const name = `${asked.categories.join(",")} ${asked.since}..${asked.until}`;
	return papersWindow(name, (options) => fetchArxivWindow(asked, options));
}

/** What was announced in some categories today. */
export function arxivAnnouncements(categories: readonly string[]): IngestWindow {
	return papersWindow(`${categories.join(",")} announced`, (options) => fetchArxivAnnouncements(categories, options));
}

/** A file in the shape of Hugging Face's lists. */
export function papersFile(file: string): IngestWindow {
	return papersWindow(path.basename(file), (options) => readPapersFile(file, options));
}
