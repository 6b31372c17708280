import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { cleanText } from "@/lib/ingest/normalise/text";

/** The title and the abstract of every paper of an archive file, cleaned as the ingest does. */
export function readTexts(file: string): string[] {
	const lines = gunzipSync(readFileSync(file)).toString().trim().split("\n");
	return lines.flatMap((line) => {
		const { title, summary }: { title: string; summary: string } = JSON.parse(line).paper;
		return [cleanText(title), cleanText(summary)];
	});
}
