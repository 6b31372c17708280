import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

/** An answer that nginx keeps: what it is kept for, and all that a reader would get. */
export type Kept = { key: string; head: string; body: string };

const END_OF_HEAD = "\r\n\r\n";

/** Reads what nginx keeps in its cache's folder: a file for each answer, with a head of nginx's own, `KEY: …`, headers and body. */
export async function readKept(cacheFolder: string): Promise<Kept[]> {
	const files = await readdir(cacheFolder, { recursive: true, withFileTypes: true });
	return Promise.all(
		files
			.filter((file) => file.isFile())
			.map(async (file) => {
				const bytes = await readFile(path.join(file.parentPath, file.name));
				const keyAt = bytes.indexOf("\nKEY: ") + 6;
				const headAt = bytes.indexOf("\n", keyAt) + 1;
				const bodyAt = bytes.indexOf(END_OF_HEAD, headAt) + END_OF_HEAD.length;
				const head = bytes.toString("latin1", headAt, bodyAt);
				return { key: bytes.toString("utf8", keyAt, headAt - 1), head, body: unpack(bytes.subarray(bodyAt), head) };
			}),
	);
}

function unpack(body: Buffer, head: string): string {
	const encoding = /^content-encoding: (\w+)/im.exec(head)?.[1];
	const bytes = encoding === "gzip" ? gunzipSync(body) : encoding === "br" ? brotliDecompressSync(body) : body;
	return bytes.toString("utf8");
}
