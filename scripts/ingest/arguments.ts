import path from "node:path";
import { parseArgs } from "node:util";
import type { IngestWindow } from "../../lib/ingest/batches";
import type { SourceName } from "../../lib/ingest/types";
import { snapshotsFile } from "../../lib/ingest/vote-history";
import { arxivAnnouncements, arxivCategories, arxivIds, huggingFaceDays, papersFile } from "../../lib/ingest/windows";
import { parsePaperId } from "../../lib/papers/ids";
import { addDays, parseUtcDate, type UtcDate, utcDateOf } from "../../lib/time";

export const USAGE = `npm run ingest -- --source huggingface --since 2026-06-01 [--until 2026-06-07]
npm run ingest -- --source arxiv --categories cs.LG,cs.CL [--since 2026-06-01 [--until 2026-06-07]]
npm run ingest -- --source arxiv --ids 2412.14093,hep-th/9901001
npm run ingest -- --source file --file papers.jsonl.gz
npm run ingest -- --snapshots votes.csv.gz

--until is today unless given. Categories without --since: what arXiv announced today.
--dry-run   tell what would change, and change nothing
--limit N   at most N papers of each day, query or file
Exit code: 0 something is new or changed, 3 nothing is, 1 failed.`;

const OPTIONS = {
	source: { type: "string" },
	since: { type: "string" },
	until: { type: "string" },
	categories: { type: "string" },
	ids: { type: "string" },
	file: { type: "string" },
	snapshots: { type: "string" },
	limit: { type: "string" },
	"dry-run": { type: "boolean", default: false },
	help: { type: "boolean", default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"];

export type Arguments =
	| { error: string }
	| { help: boolean; source: SourceName; windows: IngestWindow[]; dryRun: boolean; limit?: number };

/** A sentence for whoever typed the command. */
class Mistake extends Error {}

/**
 * @param where.folder in which files are looked for: where the user stands
 * @returns what to do, or what is wrong with the arguments
 */
export function readArguments(args: string[], where: { now: Date; folder: string }): Arguments {
	try {
		const { values } = parseArgs({ args, options: OPTIONS });
		const { "dry-run": dryRun, help } = values;
		if (help) return { help, dryRun, source: "file", windows: [] };
		const limit = values.limit === undefined ? {} : { limit: readLimit(values.limit) };
		return { help, dryRun, ...limit, ...readSource(values, where) };
	} catch (error) {
		const isMistake = error instanceof Mistake || (error instanceof TypeError && "code" in error);
		if (isMistake) return { error: error.message };
		throw error;
	}
}

function readSource(
	values: Values,
	{ now, folder }: { now: Date; folder: string },
): { source: SourceName; windows: IngestWindow[] } {
	const { source, file, snapshots } = values;
	if (snapshots !== undefined) {
		refuse(values, ["source", "since", "until", "categories", "ids", "file", "limit"], "--snapshots");
		return { source: "file", windows: [snapshotsFile(path.resolve(folder, snapshots))] };
	}
	if (source === "huggingface") {
		refuse(values, ["categories", "ids", "file"], "--source huggingface");
		return { source, windows: huggingFaceDays(readDays(values, now)) };
	}
	if (source === "arxiv") {
		refuse(values, ["file"], "--source arxiv");
		return { source, windows: [readArxiv(values, now)] };
	}
	if (source === "file") {
		refuse(values, ["since", "until", "categories", "ids"], "--source file");
		if (file === undefined) throw new Mistake("--source file needs --file PATH.");
		return { source, windows: [papersFile(path.resolve(folder, file))] };
	}
	throw new Mistake(
		source === undefined ? "Say --source huggingface, arxiv or file." : `There is no source ${source}.`,
	);
}

function readArxiv(values: Values, now: Date): IngestWindow {
	const ids = values.ids?.split(",").map((text) => {
		const id = parsePaperId(text.trim());
		if (id === undefined) throw new Mistake(`${text} is no arXiv id.`);
		return id;
	});
	const categories = values.categories?.split(",").map((text) => text.trim());
	if ((ids === undefined) === (categories === undefined))
		throw new Mistake("--source arxiv needs --ids or --categories.");
	if (ids !== undefined) {
		refuse(values, ["since", "until"], "--ids");
		return arxivIds(`${ids.length} ids`, ids);
	}
	if (values.since === undefined) {
		refuse(values, ["until"], "--categories without --since");
		return arxivAnnouncements(categories ?? []);
	}
	return arxivCategories({ categories: categories ?? [], ...readRange(values, now) });
}

function readDays(values: Values, now: Date): UtcDate[] {
	const { since, until } = readRange(values, now);
	const days: UtcDate[] = [];
	for (let day = since; day <= until; day = addDays(day, 1)) days.push(day);
	return days;
}

function readRange(values: Values, now: Date): { since: UtcDate; until: UtcDate } {
	if (values.since === undefined) throw new Mistake("--since YYYY-MM-DD is needed: the first day.");
	const since = readDate("--since", values.since);
	const until = values.until === undefined ? utcDateOf(now) : readDate("--until", values.until);
	if (since > until) throw new Mistake(`--since ${since} is after --until ${until}.`);
	if (until > utcDateOf(now)) throw new Mistake(`--until ${until} is yet to come.`);
	return { since, until };
}

function readDate(option: string, text: string): UtcDate {
	const date = parseUtcDate(text);
	if (date === undefined) throw new Mistake(`${option} must be a day such as 2026-06-01, not ${text}.`);
	return date;
}

function readLimit(text: string): number {
	if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
	throw new Mistake(`--limit must be a number above 0, not ${text}.`);
}

function refuse(values: Values, names: (keyof Values)[], besides: string): void {
	const given = names.find((name) => values[name] !== undefined);
	if (given !== undefined) throw new Mistake(`--${given} says nothing together with ${besides}.`);
}
