import { parseArgs } from "node:util";
import { alternate, type Figure, median, reportFigures } from "./figures";
import { startAsker } from "./scale/asker-process";
import { withScaleDatabases } from "./scale/databases";
import { JOBS } from "./scale/jobs";
import { PAGES } from "./scale/pages";
import { measureServing } from "./scale/serving";
import { percentile } from "./search/timing";

/** Asked of each page in a round, and in all of different papers. */
const ASKS = 40;
const SAMPLES = 200;

/** As many papers as another program's list and search were measured with. */
const SERVED = 9_877;

const OPTIONS = {
	small: { type: "string", default: "10000" },
	large: { type: "string", default: "1000000" },
	rounds: { type: "string", default: "5" },
	seconds: { type: "string", default: "8" },
	only: { type: "string" },
	data: { type: "string" },
} as const;

/**
 * `npm run bench -- scale [--small 10000] [--large 1000000] [--rounds 5] [--only pages|serving] [--data FOLDER]`: what pages and jobs
 * take in a small and in a large archive, by turns, without any cache of ours; and how many lists and searches a second the
 * production build answers with 9,877 papers. Ten votes a paper, one subscriber for ten papers. `--data` keeps the databases for the next run.
 */
export async function run(args: string[]): Promise<void> {
	const { values } = parseArgs({ args, options: OPTIONS });
	const [small, large, rounds] = [Number(values.small), Number(values.large), Number(values.rounds)];
	const sizes = values.only === "serving" ? [SERVED] : [small, large, ...(values.only === "pages" ? [] : [SERVED])];
	await withScaleDatabases({ sizes, folder: values.data }, async (databases) => {
		for (const { papers, seconds } of databases)
			if (seconds !== undefined) say(`${papers.toLocaleString("en-US")} papers loaded in ${seconds.toFixed(0)} s`);
		if (values.only !== "serving") await comparePages({ small, large, rounds, urls: databases.map(({ url }) => url) });
		const served = databases.find(({ papers }) => papers === SERVED);
		if (served) reportFigures("scale", await measureServing(served.url, Number(values.seconds)));
	});
}

type Sizes = { small: number; large: number; rounds: number; urls: string[] };

async function comparePages({ small, large, rounds, urls: [one = "", other = ""] }: Sizes): Promise<void> {
	const askers = { small: await startAsker(one, SAMPLES), large: await startAsker(other, SAMPLES) };
	const figures: Figure[] = [];
	const table = [
		`| what | ${[small, large].map((size) => `${size.toLocaleString("en-US")}: p50, p95`).join(" | ")} | p95 |`,
	];
	for (const what of [...Object.keys(PAGES), ...Object.keys(JOBS)]) {
		const middles: Record<keyof typeof askers, number[]> = { small: [], large: [] };
		const next = { small: 0, large: 0 };
		const measure = (size: keyof typeof askers) => async () => {
			const times = await askers[size].ask({ what, from: next[size], count: ASKS });
			next[size] += ASKS;
			middles[size].push(percentile(times, 0.5));
			return percentile(times, 0.95);
		};
		// What both hold in memory, and plans, are made ready.
		for (const size of ["small", "large"] as const) await askers[size].ask({ what, from: 0, count: SAMPLES });
		const p95 = await alternate(rounds, { small: measure("small"), large: measure("large") });
		const p50 = { small: median(middles.small), large: median(middles.large) };
		// The other way round than the table: what falls is pointed out.
		figures.push({
			name: `${what}: p95 of the small beside the large`,
			value: p95.small,
			control: p95.large,
			unit: "ms",
		});
		figures.push({
			name: `${what}: p50 of the small beside the large`,
			value: p50.small,
			control: p50.large,
			unit: "ms",
		});
		table.push(
			`| ${what} | ${describe(p50.small, p95.small)} | ${describe(p50.large, p95.large)} | ${(p95.large / p95.small).toFixed(2)} |`,
		);
		say(table.at(-1) ?? "");
	}
	reportFigures("scale", figures);
	for (const line of table) say(line);
	for (const asker of Object.values(askers)) asker.stop();
}

function describe(p50: number, p95: number): string {
	return `${p50.toFixed(1)}, ${p95.toFixed(1)} ms`;
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
