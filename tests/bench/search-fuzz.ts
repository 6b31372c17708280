import { parseArgs } from "node:util";
import fc from "fast-check";
import { withArchiveSite } from "./archive-site";
import { hostileTexts } from "./search/hostile";

/** Each text is asked for at all of these; `%s` is the text, percent-encoded. */
const PLACES = {
	page: ["/search?q=%s", "/search?q=%ff%s%", "/search?q=%s&order=new", "/search?q=%s&order=top&page=2"],
	api: ["/api/papers/search?q=%s", "/api/papers/search?q=%s&order=top&limit=3"],
	feeds: ["/feed.atom?q=%s", "/feed.json?q=%s&window=2026-W24&min=3"],
	suggestions: ["/api/suggest?q=%s"],
} as const;

const AT_ONCE = 4;
const SAY_EVERY = 2_000;
const NAMED = 20;

type Odd = { path: string; answer: string };

/**
 * `npm run bench -- search-fuzz [--queries 20000] [--seed 1]`: asks page, API, feeds and suggestions for random and hostile texts,
 * with the whole archive behind the production build. Prints how often each status came, how long the answers took, and each 5xx.
 */
export async function run(args: string[]): Promise<void> {
	const options = { queries: { type: "string", default: "20000" }, seed: { type: "string", default: "1" } } as const;
	const { values } = parseArgs({ args, options });
	const texts = fc.sample(hostileTexts, { numRuns: Number(values.queries), seed: Number(values.seed) });
	await withArchiveSite(async (origin) => {
		const statuses = new Map<string, number>();
		const times: number[] = [];
		const odd: Odd[] = [];
		let asked = 0;
		const ask = async (text: string, index: number) => {
			for (const [kind, forms] of Object.entries(PLACES)) {
				const path = (forms[index % forms.length] ?? "").replace("%s", () => encodeURIComponent(text.toWellFormed()));
				const startedAt = performance.now();
				// Each from an address of its own, so that none is refused for asking too often.
				const headers = { "X-Forwarded-For": addressOf(index) };
				const answer = await fetch(origin + path, { redirect: "manual", headers }).catch((error: unknown) =>
					String(error),
				);
				if (typeof answer !== "string") await answer.arrayBuffer();
				times.push(performance.now() - startedAt);
				const status = typeof answer === "string" ? answer : String(answer.status);
				const key = `${kind} ${status}`;
				statuses.set(key, (statuses.get(key) ?? 0) + 1);
				if (!/^[234]/.test(status)) odd.push({ path, answer: status });
			}
			asked++;
			if (asked % SAY_EVERY === 0) process.stderr.write(`${asked} of ${texts.length} so far\n`);
		};
		const waiting = texts.entries();
		await Promise.all(
			Array.from({ length: AT_ONCE }, async () => {
				for (const [index, text] of waiting) await ask(text, index);
			}),
		);
		report(statuses, times, odd);
	});
}

function addressOf(index: number): string {
	return `203.0.${(index >> 8) & 255}.${index & 255}`;
}

function report(statuses: ReadonlyMap<string, number>, times: number[], odd: readonly Odd[]): void {
	for (const [key, count] of [...statuses].sort()) process.stdout.write(`${key.padEnd(20)} ${count}\n`);
	times.sort((a, b) => a - b);
	const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? Number.NaN).toFixed(0);
	process.stdout.write(`median ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms; ${odd.length} 5xx or none\n`);
	for (const { path, answer } of odd.slice(0, NAMED)) process.stdout.write(`  ${answer} ${path.slice(0, 300)}\n`);
}
