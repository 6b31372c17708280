import "server-only";
import { z } from "zod";
import { type PaperId, parsePaperId } from "../../papers/ids";
import { SourceError } from "../http/source-error";
import { parseInstant } from "../normalise/dates";
import { readAs } from "../normalise/schema";
import { type RecordOptions, type RecordPage, readRecords } from "./records";
import type { Reading } from "./types";

/** A paper's counts at one time. */
export type IngestedSnapshot = {
	paperId: PaperId;
	capturedAt: Date;
	upvotes: number;
	/** Absent where the capture did not have it. */
	comments?: number;
};

const MAX_LINE_BYTES = 10_000;
const NEEDED = ["paper_id", "captured_at", "upvotes"];

const count = z
	.string()
	.regex(/^\d{1,9}$/, "is no count")
	.transform(Number);
const row = z.object({
	paper_id: readAs(parsePaperId, "is no paper's id"),
	captured_at: readAs(parseInstant, "is no time"),
	upvotes: count,
	num_comments: z.union([z.literal("").transform(() => undefined), count]).optional(),
});

/**
 * Captures of upvotes and comments from a CSV file with a header (`paper_id, captured_at, upvotes, num_comments`, others are passed over),
 * packed by gzip or not, streamed as readPapersFile and with the same errors; also `malformed` if the header lacks a column.
 */
export async function* readSnapshotsFile(
	path: string,
	options: RecordOptions = {},
): AsyncGenerator<RecordPage<IngestedSnapshot>> {
	let columns: string[] | undefined;
	const read = (text: string, where: string): Reading<IngestedSnapshot> | undefined => {
		const fields = splitFields(text);
		if (columns) return readRow(columns, fields, where);
		columns = fields;
		if (NEEDED.every((name) => fields.includes(name))) return undefined;
		throw new SourceError("malformed", `${path} does not begin with the names ${NEEDED.join(", ")}`);
	};
	yield* readRecords(path, read, { maxLineBytes: MAX_LINE_BYTES, ...options });
}

function readRow(columns: string[], fields: string[], where: string): Reading<IngestedSnapshot> {
	const named = Object.fromEntries(columns.map((name, index) => [name, fields[index]]));
	const { data, error } = row.safeParse(named);
	if (data === undefined) {
		const issue = error.issues[0];
		return { ok: false, problem: { where, reason: `${issue?.path.join(".")}: ${issue?.message}` } };
	}
	const comments = data.num_comments;
	const counts = { upvotes: data.upvotes, ...(comments !== undefined && { comments }) };
	return { ok: true, value: { paperId: data.paper_id, capturedAt: data.captured_at, ...counts } };
}

/** The fields of a line of CSV (RFC 4180); a quoted one holds no line break. */
function splitFields(line: string): string[] {
	const fields = `,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g);
	return Array.from(fields, ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}
