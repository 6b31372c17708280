import { parseArgs } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import { ensureChromium } from "../../scripts/bootstrap/chromium.mjs";
import { findFreePort } from "../../scripts/bootstrap/ports.mjs";
import { root } from "../../scripts/bootstrap/root.mjs";
import { openOutbox } from "../browser/outbox";
import { signIn } from "../browser/steps";
import { weigh } from "../browser/weigh";
import { withArchiveSite } from "./archive-site";
import { paintAfter, paintOfNext, slowDown } from "./browser/interactions";
import { askLighthouse } from "./browser/lighthouse";
import { type Figure, median, reportFigures } from "./figures";
import { startBareApp } from "./pages/bare-app";

/** A day of 50 papers. */
const DAY = "/papers/date/2025-09-30";

const PAGES = {
	home: "/",
	day: DAY,
	paper: "/papers/2509.24006",
	search: "/search",
	"search's results": "/search?q=attention",
};

/** From the tenth on, once that is done, a page is sent as small as it gets. */
const WARM_VISITS = 12;

/**
 * `npm run bench -- browser [--runs 10] [--rounds 5]`: what a first visit weighs, scripts beside those of a Next app with nothing in
 * it; what Lighthouse says of each page in so many runs; and how long a phone's processor takes to answer a click.
 */
export async function run(args: string[]): Promise<void> {
	const options = { runs: { type: "string", default: "10" }, rounds: { type: "string", default: "5" } } as const;
	const { values } = parseArgs({ args, options });
	const { path: executablePath } = await ensureChromium({ root, node: process.execPath });
	await withArchiveSite(async (origin) => {
		const browser = await chromium.launch({
			executablePath,
			args: ["--no-sandbox", "--disable-background-networking"],
		});
		try {
			reportFigures("browser", [
				...(await weighAll(browser, origin)),
				...(await interact(browser, origin, Number(values.rounds))),
			]);
		} finally {
			await browser.close();
		}
		for (const [name, place] of Object.entries(PAGES))
			reportFigures("browser", await repeatLighthouse(name, origin + place, executablePath, Number(values.runs)));
	});
}

async function weighAll(browser: Browser, origin: string): Promise<Figure[]> {
	const port = await findFreePort();
	const bareApp = await startBareApp("Nothing.", port);
	const bare = await weigh(browser, `http://127.0.0.1:${port}/`).finally(() => bareApp.stop({ hurry: true }));
	const figures: Figure[] = [];
	for (const [name, place] of Object.entries(PAGES)) {
		// The first to ask have the page made, and compressed in haste.
		for (let visit = 0; visit < WARM_VISITS; visit += 1) await weigh(browser, origin + place);
		for (const [kind, value] of Object.entries(await weigh(browser, origin + place))) {
			const control = kind === "scripts, brotli" ? bare["scripts, brotli"] : undefined;
			figures.push({ name: `${name}: ${kind} of a first visit`, value, unit: "bytes", ...(control && { control }) });
		}
	}
	return figures;
}

async function repeatLighthouse(name: string, url: string, chromiumPath: string, runs: number): Promise<Figure[]> {
	const all = new Map<string, number[]>();
	const failed = new Set<string>();
	for (let count = 0; count < runs; count += 1) {
		const said = await askLighthouse(url, chromiumPath);
		for (const [key, value] of Object.entries(said.figures)) all.set(key, [...(all.get(key) ?? []), value]);
		for (const id of said.failed) failed.add(id);
	}
	process.stdout.write(`${name}: not passed at least once: ${[...failed].join(", ") || "nothing"}\n`);
	return [...all].flatMap(([key, values]) => {
		const unit = key === "CLS" ? "" : key === key.toUpperCase() ? "ms" : "of 100";
		const worst = unit === "of 100" ? Math.min(...values) : Math.max(...values);
		return [
			{ name: `${name}: Lighthouse, ${key}, median of ${runs}`, value: median(values), unit },
			{ name: `${name}: Lighthouse, ${key}, worst of ${runs}`, value: worst, unit },
		];
	});
}

async function interact(browser: Browser, origin: string, rounds: number): Promise<Figure[]> {
	const page = await browser.newPage();
	await page.goto(`${origin}/sign-in`);
	await signIn(page, openOutbox(process.env.OUTBOX_DIR ?? ""), "voter@example.org");
	await slowDown(page);
	const main = page.getByRole("main");
	const upvote = main.getByRole("button", { name: /^Upvote/ });
	const measures: Record<string, (round: number) => Promise<number>> = {
		"vote: to the next paint": (round) => paintAfter(page, upvote.nth(round)),
		"filter: to the next paint": () => paintAfter(page, page.getByRole("button", { name: /^all: / }).first()),
		"paper's link: to the page's first paint": (round) => paintOfNext(page, main.locator("li.paper h2 a").nth(round)),
	};
	const figures: Figure[] = [];
	for (const [name, measure] of Object.entries(measures)) {
		const values: number[] = [];
		for (let round = 0; round < rounds; round += 1) {
			await page.goto(origin + DAY, { waitUntil: "networkidle" });
			values.push(await measure(round));
		}
		figures.push({ name: `${name}, median`, value: median(values), unit: "ms" });
	}
	return figures;
}
