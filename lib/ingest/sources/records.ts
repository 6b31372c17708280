import { SourceError } from "../http/source-error";
import { readLines } from "./lines";
import type { Problem, Reading } from "./types";

/** Bad lines told in detail; more are only counted. */
const MOST_DETAILS = 20;
/** Before that many lines a share means nothing. */
const LINES_BEFORE_JUDGING = 100;
/** A page is given out after so many records or characters, so that long lines do not gather in memory. */
const PAGE_RECORDS = 500;
const PAGE_CHARACTERS = 2_000_000;
const MAX_LINE_BYTES = 4 * 1024 * 1024;

export type RecordOptions = {
	signal?: AbortSignal;
	/** The share of bad lines above which a file is given up. */
	maxBadShare?: number;
	maxLineBytes?: number;
};

export type RecordPage<Value> = { records: Value[]; problems: Problem[]; failed: number };

/**
 * Reads a file of one record a line, in pages. Bad lines are counted and named and do not stop it, unless there are too many of them.
 *
 * @param read reads a line that is not empty; undefined for one that is no record (a header). `where` is `line 17`
 * @throws SourceError `malformed` for too many bad lines (also if not a single one of a short file is good), and as readLines
 */
export async function* readRecords<Value>(
	path: string,
	read: (text: string, where: string) => Reading<Value> | undefined,
	{ signal, maxBadShare = 0.05, maxLineBytes = MAX_LINE_BYTES }: RecordOptions = {},
): AsyncGenerator<RecordPage<Value>> {
	let page: RecordPage<Value> = { records: [], problems: [], failed: 0 };
	let characters = 0;
	const total = { seen: 0, bad: 0 };
	let first: Problem | undefined;

	const giveUp = () => {
		const named = first ? `; the first: ${first.where}, ${first.reason}` : "";
		return new SourceError("malformed", `${total.bad} of the first ${total.seen} lines of ${path} are bad${named}`);
	};
	const count = (reading: Reading<Value>) => {
		total.seen += 1;
		if (reading.ok) {
			page.records.push(reading.value);
			return;
		}
		total.bad += 1;
		page.failed += 1;
		first ??= reading.problem;
		if (total.bad <= MOST_DETAILS) page.problems.push(reading.problem);
		if (total.seen >= LINES_BEFORE_JUDGING && total.bad > total.seen * maxBadShare) throw giveUp();
	};

	for await (const lines of readLines(path, maxLineBytes, signal)) {
		for (const { number, text } of lines) {
			const where = `line ${number}`;
			if (text?.trim() === "") continue;
			const reading = text === undefined ? tooLong(where, maxLineBytes) : read(text, where);
			if (reading === undefined) continue;
			count(reading);
			characters += text?.length ?? 0;
			if (page.records.length + page.failed < PAGE_RECORDS && characters < PAGE_CHARACTERS) continue;
			yield page;
			page = { records: [], problems: [], failed: 0 };
			characters = 0;
		}
	}
	if (total.bad > 0 && total.bad === total.seen) throw giveUp();
	if (page.records.length + page.failed > 0) yield page;
}

function tooLong(where: string, maxBytes: number): Reading<never> {
	return { ok: false, problem: { where, reason: `is longer than ${maxBytes} bytes` } };
}
