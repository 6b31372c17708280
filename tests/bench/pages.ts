import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { Failure } from "../../scripts/bootstrap/failure.mjs";
import { findFreePort } from "../../scripts/bootstrap/ports.mjs";
import { startNginx } from "../nginx";
import { withArchiveSite } from "./archive-site";
import { alternate, type Figure, reportFigures } from "./figures";
import { startBareApp } from "./pages/bare-app";
import { askSteadily } from "./pages/steady";
import { askFast } from "./pages/wrk";
import { percentile } from "./search/timing";

/** A day of 50 papers. */
const DAY = "/papers/date/2025-09-30";

const PAGES = {
	home: "/",
	day: DAY,
	week: "/papers/week/2025-W40",
	paper: "/papers/2509.24006",
	search: "/search?q=attention",
	feed: "/feed.atom",
};

const apiPapers = z.array(z.object({ paper: z.object({ summary: z.string() }) }));

/** Longer than a page is good for without being asked for anew. */
const FRESH_MS = 90_000;

/** A second, of each page. Less than each can do, search too, which is made for each who asks. */
const STEADY_RATE = 10;

/**
 * `npm run bench -- pages [--seconds 4] [--rounds 5]`: what the kinds of pages weigh, how many a second the production build and
 * nginx before it answer, and how long they take at a steady rate. Controls, by turns: a bare static page of the same weight behind
 * `next start`, and nginx serving the same page from a file.
 */
export async function run(args: string[]): Promise<void> {
	const options = { seconds: { type: "string", default: "4" }, rounds: { type: "string", default: "5" } } as const;
	const { values } = parseArgs({ args, options });
	const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)];
	await withArchiveSite(async (origin, _pid, stop) => {
		const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-pages-"));
		const [cache, files, bare] = await Promise.all([findFreePort(), findFreePort(), findFreePort()]);
		await mkdir(path.join(folder, "files"));
		const file = `server { listen 127.0.0.1:${files}; root ${folder}/files; access_log off; sendfile on; gzip_static on; }`;
		const nginx = await startNginx(folder, { own: cache, apps: [Number(new URL(origin).port)] }, file);
		if (nginx === undefined)
			throw new Failure("This bench needs nginx and wrk.", { advice: "apt install nginx-light wrk" });
		const html = await (await fetch(origin + DAY)).text();
		const bareApp = await startBareApp(await sameWeight(html, origin), bare);
		try {
			await writeFile(path.join(folder, "files/day.html"), html);
			await writeFile(path.join(folder, "files/day.html.gz"), gzipSync(html));
			const at = (port: number, place = "/") => `http://127.0.0.1:${port}${place}`;
			const places = { ours: origin + DAY, bare: at(bare), cached: at(cache, DAY), file: at(files, "/day.html") };
			reportFigures("pages", [...(await weigh(origin)), ...(await race(rounds, seconds, places))]);
			reportFigures("pages", await pace(origin, seconds));
			await stop();
			await sleep(FRESH_MS);
			reportFigures("pages", await raceAlone(rounds, seconds, places));
		} finally {
			await bareApp.stop({ hurry: true });
			await nginx.stop({ hurry: true });
			await rm(folder, { recursive: true, force: true });
		}
	});
}

/** Text that makes a bare page as heavy as one of ours, and as hard to compress: of its abstracts, as often as it takes. */
async function sameWeight(html: string, origin: string): Promise<string> {
	const answer = await fetch(`${origin}/api/daily_papers?date=${path.basename(DAY)}`);
	const abstracts = apiPapers
		.parse(await answer.json())
		.map(({ paper }) => paper.summary)
		.join(" ");
	const half = Math.floor(Buffer.byteLength(html) / 2);
	return abstracts.repeat(Math.ceil(half / abstracts.length)).slice(0, half);
}

async function weigh(origin: string): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const [name, place] of Object.entries(PAGES)) {
		const body = Buffer.from(await (await fetch(origin + place)).arrayBuffer());
		figures.push({ name: `${name}: raw`, value: body.length, unit: "bytes" });
		figures.push({ name: `${name}: gzip`, value: gzipSync(body).length, unit: "bytes" });
		figures.push({ name: `${name}: brotli`, value: brotliCompressSync(body).length, unit: "bytes" });
	}
	return figures;
}

type Places = Record<"ours" | "bare" | "cached" | "file", string>;

/** Compressed, as browsers ask for it: ours and its cache with brotli, which `next start` and the file have not. */
async function race(rounds: number, seconds: number, places: Places): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const encoding of ["br, gzip", "gzip", "identity"]) {
		const { ours, bare, cached, file } = await alternate(rounds, {
			ours: () => askFast(places.ours, encoding, seconds),
			bare: () => askFast(places.bare, encoding, seconds),
			cached: () => askFast(places.cached, encoding, seconds),
			file: () => askFast(places.file, encoding, seconds),
		});
		const how = encoding === "identity" ? "uncompressed" : encoding.replace(/,.*/, "");
		figures.push({ name: `day, ${how}, beside a bare Next page`, value: ours, unit: "pages/s", control: bare });
		figures.push({ name: `day, ${how}, behind nginx, beside its file`, value: cached, unit: "pages/s", control: file });
	}
	return figures;
}

/** What nginx has, and has no one to ask for anything newer. */
async function raceAlone(rounds: number, seconds: number, places: Places): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const encoding of ["br, gzip", "gzip"]) {
		const { cached, file } = await alternate(rounds, {
			cached: () => askFast(places.cached, encoding, seconds),
			file: () => askFast(places.file, encoding, seconds),
		});
		const name = `day, ${encoding.replace(/,.*/, "")}, behind nginx with all else stopped, beside its file`;
		figures.push({ name, value: cached, unit: "pages/s", control: file });
	}
	return figures;
}

async function pace(origin: string, seconds: number): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const [name, place] of Object.entries(PAGES)) {
		figures.push({
			name: `${name}: at full speed`,
			value: await askFast(origin + place, "br, gzip", seconds, { asMany: true }),
			unit: "pages/s",
		});
		const { milliseconds, failures } = await askSteadily([origin + place], "br, gzip", STEADY_RATE, seconds * 2);
		figures.push({ name: `${name}: p50 at ${STEADY_RATE}/s`, value: percentile(milliseconds, 0.5), unit: "ms" });
		figures.push({ name: `${name}: p99 at ${STEADY_RATE}/s`, value: percentile(milliseconds, 0.99), unit: "ms" });
		if (failures > 0) figures.push({ name: `${name}: failures`, value: failures, unit: "" });
	}
	return figures;
}
