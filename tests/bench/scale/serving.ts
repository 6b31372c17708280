import os from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "../../../scripts/bootstrap/ports.mjs";
import { ensureBuilt } from "../../../scripts/bootstrap/prepare.mjs";
import { createProgress } from "../../../scripts/bootstrap/progress.mjs";
import { root } from "../../../scripts/bootstrap/root.mjs";
import { startSite } from "../../browser/server/start-site";
import { query } from "../../db/query";
import { testEnvironment } from "../../env";
import type { Figure } from "../figures";
import { askFast } from "../pages/wrk";
import { mixSearches } from "../search/mix";
import { timeAll } from "../search/timing";

/** Readers at once, as many as ask for the page that is kept. */
const AT_ONCE = 16;
const SEARCHES = 400;

/** How many lists and searches a second the production build answers: each list for the first time, and as it is served after that. */
export async function measureServing(url: string, seconds: number): Promise<Figure[]> {
	const port = await findFreePort();
	const origin = `http://127.0.0.1:${port}`;
	const env = {
		...process.env,
		...testEnvironment({ DATABASE_URL: url, APP_URL: origin, LOG_LEVEL: "warn" }),
		NODE_ENV: "production" as const,
	};
	await ensureBuilt(root, { node: process.execPath, env, progress: createProgress(process.stderr) });
	const site = await startSite({ port, env, log: process.stderr });
	try {
		const days = await query<{ day: string }>(url, "SELECT date::text AS day FROM editions ORDER BY date DESC");
		const searches = await mixSearches(url, SEARCHES);
		const lists = days.flatMap(({ day }) => ["", "/new", "/rising"].map((order) => `/papers/date/${day}${order}`));
		const asked = searches.map(({ text, order }) => `/search?${new URLSearchParams({ q: text, order })}`);
		// So that all code has run once.
		await askAll(origin, [...lists.splice(-200), ...asked.splice(0, 100)]);
		await sleep(1_000);
		const first = await askAll(origin, lists);
		const found = await askAll(origin, asked);
		const kept = await askFast(`${origin}${lists[0]}`, "gzip", seconds);
		process.stdout.write(`load ${os.loadavg()[0]?.toFixed(1)}\n`);
		return [
			{ name: "9,877 papers: lists asked for the first time", value: first, unit: "pages/s" },
			{ name: "9,877 papers: a list as it is served", value: kept, unit: "pages/s" },
			{ name: "9,877 papers: searches, each another", value: found, unit: "pages/s" },
		];
	} finally {
		await site.stop({ hurry: true });
	}
}

/** @returns how many were answered a second */
async function askAll(origin: string, paths: readonly string[]): Promise<number> {
	const begun = performance.now();
	const { failures } = await timeAll(paths, AT_ONCE, async (path) => {
		const answer = await fetch(origin + path, { headers: { "Accept-Encoding": "gzip" } });
		await answer.arrayBuffer();
		if (!answer.ok) throw new Error(`${path} was answered ${answer.status}`);
	});
	if (failures.length > 0) throw failures[0];
	return paths.length / ((performance.now() - begun) / 1000);
}
