import type { Visit } from "./crawler";

const SLOW_MS = 300;
const HEAVY_BYTES = 300_000;
const NAMED = 10;

/** Prints what a crawl found: a line for each kind of page, then what is slow, heavy or no 200. */
export function report(visits: readonly Visit[]): void {
	say(["kind", "pages", "median kB", "most kB", "median ms", "p99 ms", "most ms"]);
	const kinds = Map.groupBy(visits, kindOf);
	for (const [kind, pages] of [...kinds].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const [bytes, times] = [sorted(pages, "bytes"), sorted(pages, "milliseconds")];
		const cells = [
			share(bytes, 0.5) / 1000,
			share(bytes, 1) / 1000,
			...[0.5, 0.99, 1].map((part) => share(times, part)),
		];
		say([kind, String(pages.length), ...cells.map((cell) => cell.toFixed(0))]);
	}
	const odd = visits.filter(({ status }) => status !== 200);
	const slow = visits.filter(({ milliseconds }) => milliseconds > SLOW_MS);
	const heavy = visits.filter(({ bytes, isHtml }) => isHtml && bytes > HEAVY_BYTES);
	process.stdout.write(`\n${visits.length} addresses, ${odd.length} that are no 200\n`);
	process.stdout.write(
		`${heavy.length} pages over ${HEAVY_BYTES / 1000} kB, ${slow.length} slower than ${SLOW_MS} ms\n`,
	);
	for (const { path, from, status } of odd.slice(0, NAMED))
		process.stdout.write(`  ${status} ${path}, linked by ${from}\n`);
	for (const { path, bytes } of top(heavy, "bytes"))
		process.stdout.write(`  ${(bytes / 1000).toFixed(0)} kB ${path}\n`);
	for (const { path, milliseconds } of top(visits, "milliseconds")) {
		process.stdout.write(`  ${milliseconds.toFixed(0)} ms ${path}\n`);
	}
}

/** `/papers/week`, `/authors`, …: what stands for the kind of an address. */
function kindOf({ path }: Visit): string {
	if (/^\/papers\/.*\.(bib|ris)$/.test(path)) return "citation";
	const [, first = "", second = ""] = path.split("/");
	if (first === "papers" && ["date", "week", "month", "trending"].includes(second)) return second;
	if (first === "papers" && second !== "") return "paper";
	return first === "" || (second === "" && first !== "authors") ? "front and index pages" : first;
}

function top(visits: readonly Visit[], by: "bytes" | "milliseconds"): Visit[] {
	return [...visits].sort((a, b) => b[by] - a[by]).slice(0, NAMED);
}

function sorted(visits: readonly Visit[], by: "bytes" | "milliseconds"): number[] {
	return visits.map((visit) => visit[by]).sort((a, b) => a - b);
}

function share(values: readonly number[], part: number): number {
	return values[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;
}

function say(cells: readonly string[]): void {
	process.stdout.write(`${cells.map((cell, index) => (index === 0 ? cell.padEnd(24) : cell.padStart(10))).join("")}\n`);
}
