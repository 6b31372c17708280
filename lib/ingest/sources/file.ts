import "server-only";
import type { IngestedPaper } from "../types";
import { readHuggingFaceItem } from "./huggingface-paper";
import { writtenAt } from "./lines";
import { type RecordOptions, readRecords } from "./records";
import type { Reading, SourceOptions, SourcePage } from "./types";

/**
 * Papers from a JSONL file, packed by gzip or not: one item of Hugging Face's `GET /api/daily_papers` a line, as it came or with a
 * keeper's `_archive` (`listedOn`, `capturedAt`). Counts of an item that does not say when it was captured are as of the file's own
 * time. Streamed: at most some megabytes are held. A paper may come more than once.
 *
 * @throws SourceError `not-found`, `unavailable`, `malformed` (cut, damaged, or more bad lines than `maxBadShare`); the signal's reason
 */
export async function* readPapersFile(
	path: string,
	options: SourceOptions & RecordOptions = {},
): AsyncGenerator<SourcePage> {
	const capturedAt = await writtenAt(path);
	const read = (text: string, where: string): Reading<IngestedPaper> => {
		const parsed = parseLine(text, where);
		return parsed.ok ? readHuggingFaceItem(parsed.value, { where, capturedAt }) : parsed;
	};
	for await (const { records, problems, failed } of readRecords(path, read, options)) {
		yield { papers: records, problems, failed };
	}
}

function parseLine(text: string, where: string): Reading<unknown> {
	try {
		return { ok: true, value: JSON.parse(text) };
	} catch {
		// The parser's message quotes the line.
		return { ok: false, problem: { where, reason: "is not JSON" } };
	}
}
