import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** Text of the page that the sample edition is modelled on; lies beside the repository, never in it. */
const FOLDER = path.resolve("../shared/source-page");

/** What that page shows of a paper. Empty where it shows nothing. */
export type SourceEntry = { title: string; authors: string; organization: string; date: string; comments: number };

/** The entries in the page's order; undefined where the folder is missing. */
export async function readSourcePage(): Promise<SourceEntry[] | undefined> {
	const names = await readdir(FOLDER).catch(() => []);
	const name = names.find((candidate) => candidate.endsWith(".txt"));
	if (name === undefined) return undefined;
	const text = await readFile(path.join(FOLDER, name), "utf8");
	const lines = text.split("\n").map((line) => line.trim());
	return parse(lines.filter((line) => line !== ""));
}

/** After the head, each entry is a title, an abstract and mostly: `• 4 authors` or an organisation, `·`, date and comments. */
function parse(lines: string[]): SourceEntry[] {
	const entries: SourceEntry[] = [];
	let at = lines.indexOf("Jun 8") + 1;
	while (at + 1 < lines.length) {
		const entry = { title: lines[at] ?? "", authors: "", organization: "", date: "", comments: 0 };
		at += 2;
		const who = lines[at] ?? "";
		const bullet = lines[at + 1] === "·" || who.startsWith("•");
		if (bullet) {
			const [, date = "", comments] = /^(.*?\d{1,2}(?:, \d{4})?)(?: (\d+))?$/.exec(lines[at + 2] ?? "") ?? [];
			entry.date = date;
			entry.comments = Number(comments ?? 0);
			if (who.startsWith("•")) entry.authors = who.slice(1).trim();
			// The logo's alternative text comes first, and begins with the same word: `Harvard Harvard University`.
			else entry.organization = who.replace(/^(\S+) (?=\1)/, "");
			at += 3;
		}
		entries.push(entry);
	}
	return entries;
}
