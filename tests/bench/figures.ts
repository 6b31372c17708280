import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { z } from "zod";
import { root } from "../../scripts/bootstrap/root.mjs";

/** What a bench measured. */
export type Figure = {
	name: string;
	value: number;
	unit: string;
	/** What the control of the same run came to, in the same unit. */
	control?: number;
};

/** A ratio that falls by more than this since the last run is pointed out. */
const FALL = 0.1;

const line = z.object({ name: z.string(), value: z.number(), unit: z.string(), ratio: z.number().optional() });

type Line = z.infer<typeof line>;

/**
 * Prints a bench's figures, beside those of its last run, and keeps them as one JSON line each in
 * `tests/bench/results/<bench>.jsonl` in the place of the last run's of the same name.
 */
export function reportFigures(bench: string, figures: readonly Figure[]): void {
	const file = path.join(root, "tests/bench/results", `${bench}.jsonl`);
	const former = new Map(readLines(file).map((one) => [one.name, one]));
	const kept = new Map<string, unknown>(former);
	const [at, commit, machine] = [new Date().toISOString(), commitOf(), describeMachine()];
	const load = Number(os.loadavg()[0]?.toFixed(1));
	for (const { name, value, unit, control } of figures) {
		const ratio = control === undefined ? undefined : round(value / control);
		process.stdout.write(`${describe({ name, value, unit, ratio }, control, former.get(name))}\n`);
		kept.set(name, {
			name,
			value: round(value),
			unit,
			control: control && round(control),
			ratio,
			at,
			commit,
			machine,
			load,
		});
	}
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, [...kept.values()].map((one) => `${JSON.stringify(one)}\n`).join(""));
}

/** The middle one; of an even number the upper. */
export function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/**
 * Measures several things by turns, so that whatever else the machine does meets all of them.
 *
 * @param rounds at least five
 * @returns the median of each
 */
export async function alternate<Name extends string>(
	rounds: number,
	measures: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>> {
	const entries = Object.entries<() => Promise<number>>(measures);
	const values = new Map<string, number[]>(entries.map(([name]) => [name, []]));
	for (let round = 0; round < rounds; round += 1)
		for (const [name, measure] of entries) values.get(name)?.push(await measure());
	return Object.fromEntries([...values].map(([name, some]) => [name, median(some)])) as Record<Name, number>;
}

function describe(
	{ name, value, unit, ratio }: Omit<Line, "ratio"> & { ratio: number | undefined },
	control: number | undefined,
	former: Line | undefined,
): string {
	const figure = `${name.padEnd(56)} ${format(value).padStart(10)} ${unit}`;
	if (control === undefined || ratio === undefined)
		return former === undefined ? figure : `${figure} (was ${format(former.value)})`;
	const before = former?.ratio === undefined ? "" : ` (was ${former.ratio})`;
	const hasFallen = former?.ratio !== undefined && ratio < former.ratio * (1 - FALL);
	return `${figure.padEnd(84)} control ${format(control)}, ratio ${ratio}${before}${hasFallen ? "  <-- HAS FALLEN" : ""}`;
}

function readLines(file: string): Line[] {
	if (!existsSync(file)) return [];
	const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
	return lines.map((text) => line.loose().parse(JSON.parse(text)));
}

/** Undefined in a copy of the sources that is no checkout. */
function commitOf(): string | undefined {
	const { status, stdout } = spawnSync("git", ["describe", "--always", "--dirty"], { cwd: root, encoding: "utf8" });
	return status === 0 ? stdout.trim() : undefined;
}

function describeMachine(): string {
	return `${os.cpus().length} x ${os.cpus()[0]?.model ?? "unknown"}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}

function round(value: number): number {
	return Number(value.toPrecision(4));
}

function format(value: number): string {
	return round(value).toLocaleString("en-US");
}
