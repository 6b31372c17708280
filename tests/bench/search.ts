import os from "node:os";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { emptyCorpus, loadCorpus } from "./corpus/load";
import { hostileTexts } from "./search/hostile";
import { mixPrefixes, mixSearches } from "./search/mix";
import { withBenchPostgres } from "./search/postgres";
import { percentile, timeAll } from "./search/timing";

const SIZES = [7_875, 100_000];
const AT_ONCE = 8;
const QUESTIONS = 200;
const PAGE = 20;
const SUGGESTED = 5;
const SEED = 3;
const VOTERS = 1_000;

/**
 * `npm run bench -- search [--papers 1000000]`: how long searches and suggestions take at the server, eight at a time, in archives
 * of 7,875, 100,000 and so many papers. `--fuzz 20000` asks so many hostile texts of the smallest instead.
 */
export async function run(args: string[]): Promise<void> {
	const { values } = parseArgs({
		args,
		options: { papers: { type: "string", default: "1000000" }, fuzz: { type: "string" } },
	});
	await withBenchPostgres(async (url) => {
		if (values.fuzz !== undefined) return fuzz(url, Number(values.fuzz));
		const p95: number[] = [];
		say("papers | searches p50, p95 | suggestions p50, p95 | load");
		for (const size of [...SIZES.filter((size) => size < Number(values.papers)), Number(values.papers)]) {
			p95.push(await measureSize(url, size));
		}
		say(`p95 of searches, largest to smallest archive: ${((p95.at(-1) ?? 0) / (p95[0] ?? 1)).toFixed(2)}`);
	});
}

async function measureSize(url: string, size: number): Promise<number> {
	const startedAt = performance.now();
	await emptyCorpus(url);
	await loadCorpus(url, { papers: size, voters: VOTERS });
	say(`  loaded ${size} papers in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
	const { ask, suggestFor } = await searching();
	const searches = await mixSearches(url, QUESTIONS * 2);
	const prefixes = await mixPrefixes(url, QUESTIONS * 2);
	await timeAll(searches.slice(QUESTIONS), AT_ONCE, ask);
	const searched = await timeAll(searches.slice(0, QUESTIONS), AT_ONCE, ask);
	await timeAll(prefixes.slice(QUESTIONS), AT_ONCE, suggestFor);
	const suggested = await timeAll(prefixes.slice(0, QUESTIONS), AT_ONCE, suggestFor);
	const load = os.loadavg()[0]?.toFixed(1);
	say(`${size} | ${describe(searched.milliseconds)} | ${describe(suggested.milliseconds)} | ${load}`);
	say(`  slowest: ${JSON.stringify(searched.slowest)}, ${JSON.stringify(suggested.slowest)}`);
	for (const failure of [...searched.failures, ...suggested.failures]) say(`  failed: ${String(failure)}`);
	return percentile(searched.milliseconds, 0.95);
}

async function fuzz(url: string, runs: number): Promise<void> {
	await loadCorpus(url, { papers: SIZES[0] ?? 0, voters: VOTERS });
	const { ask, suggestFor } = await searching();
	const texts = fc.sample(hostileTexts, { numRuns: runs, seed: SEED });
	const orders = ["relevance", "top", "new"] as const;
	const asked = texts.map((text, index) => ({ text, order: orders[index % orders.length] ?? "relevance" }));
	const searched = await timeAll(asked, AT_ONCE, ask);
	const suggested = await timeAll(texts, AT_ONCE, suggestFor);
	const failures = [...searched.failures, ...suggested.failures];
	say(`${runs} hostile searches: ${describe(searched.milliseconds)}, slowest ${searched.slowest?.ms.toFixed(0)} ms`);
	say(`${runs} hostile prefixes: ${describe(suggested.milliseconds)}, slowest ${suggested.slowest?.ms.toFixed(0)} ms`);
	say(`${failures.length} failed${failures.length > 0 ? `, the first: ${String(failures[0])}` : ""}`);
}

/** The app's functions, imported once its environment is set. */
async function searching() {
	const { searchPapers } = await import("@/lib/search/queries");
	const { parseQuery } = await import("@/lib/search/query");
	const { suggest } = await import("@/lib/search/suggest");
	return {
		ask: ({ text, order }: Awaited<ReturnType<typeof mixSearches>>[number]) =>
			searchPapers(parseQuery(text).query, { order, limit: PAGE, offset: 0 }),
		suggestFor: (text: string) => suggest(text, SUGGESTED),
	};
}

function describe(milliseconds: readonly number[]): string {
	return `${percentile(milliseconds, 0.5).toFixed(1)} ms, ${percentile(milliseconds, 0.95).toFixed(1)} ms`;
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
