import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { SourceError } from "../http/source-error";

/** A line of a file, counted from 1, without its ending; undefined text for one that is too long to keep. */
export type Line = { number: number; text: string | undefined };

const LINE_FEED = 10;

/**
 * Reads a text file line by line, some lines at a time; packed by gzip or not, which its first bytes tell, not its name. Holds a line
 * and a chunk of the file, whatever the size of either.
 *
 * @param maxBytes of a line; a longer one is passed over
 * @throws SourceError `not-found`, `unavailable` (unreadable), `malformed` (broken off in the middle of its packing); the signal's reason
 */
export async function* readLines(path: string, maxBytes: number, signal?: AbortSignal): AsyncGenerator<Line[]> {
	const splitter = createSplitter(maxBytes);
	try {
		for await (const chunk of await openUnpacked(path)) {
			signal?.throwIfAborted();
			yield splitter.split(chunk);
		}
	} catch (error) {
		throw signal?.aborted ? signal.reason : explain(error, path);
	}
	yield splitter.end();
}

/** When the file was last written. @throws SourceError as readLines */
export async function writtenAt(path: string): Promise<Date> {
	try {
		return (await stat(path)).mtime;
	} catch (error) {
		throw explain(error, path);
	}
}

async function openUnpacked(path: string): Promise<AsyncIterable<Buffer>> {
	const file = await open(path);
	const magic = Buffer.alloc(2);
	await file.read(magic, 0, 2, 0).finally(() => file.close());
	const packed = createReadStream(path);
	if (magic.toString("hex") !== "1f8b") return packed;
	// Destroys the one when the other ends or fails; whoever reads it is told of the failure by the stream itself.
	return pipeline(packed, createGunzip(), () => {});
}

function createSplitter(maxBytes: number) {
	let kept: Buffer[] = [];
	let size = 0;
	let number = 0;
	const finish = (rest: Buffer): Line => {
		number += 1;
		const bytes = size + rest.byteLength;
		const text =
			bytes > maxBytes
				? undefined
				: Buffer.concat([...kept, rest])
						.toString()
						.replace(/\r$/, "");
		kept = [];
		size = 0;
		return { number, text: number === 1 ? text?.replace(/^\uFEFF/, "") : text };
	};
	return {
		split(chunk: Buffer): Line[] {
			const lines: Line[] = [];
			let start = 0;
			for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
				lines.push(finish(chunk.subarray(start, end)));
				start = end + 1;
			}
			size += chunk.byteLength - start;
			// Of a line that is too long only its length is still of interest.
			if (size > maxBytes) kept = [];
			else kept.push(chunk.subarray(start));
			return lines;
		},
		end: (): Line[] => (size > 0 ? [finish(Buffer.alloc(0))] : []),
	};
}

function explain(error: unknown, path: string): unknown {
	const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
	if (code === undefined) return error;
	if (code === "ENOENT") return new SourceError("not-found", `there is no file ${path}`, { cause: error });
	if (code === "Z_BUF_ERROR") return new SourceError("malformed", `${path} breaks off in the middle`, { cause: error });
	if (code.startsWith("Z_"))
		return new SourceError("malformed", `${path} is damaged: it can't be unpacked`, { cause: error });
	return new SourceError("unavailable", `${path} can't be read (${code})`, { cause: error });
}
