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
import { askLighthouse, type Lighthouse } from "./browser/lighthouse";
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
 * `npm run bench -- browser [--runs 10] [--rounds 5]`: what a first visit weighs; what Lighthouse says of each page, by turns, in so
 * many runs; and how long a phone's processor takes to answer a click. Beside it the same of a Next app with nothing in it.
 */
export async function run(args: string[]): Promise<void> {
	const options = { runs: { type: "string", default: "10" }, rounds: { type: "string", default: "5" } } as const;
	const { values } = parseArgs({ args, options });
	const { path: executablePath } = await ensureChromium({ root, node: process.execPath });
	await withArchiveSite(async (origin) => {
		const port = await findFreePort();
		const bareApp = await startBareApp("Nothing.", port);
		const pages = Object.fromEntries(Object.entries(PAGES).map(([name, place]) => [name, origin + place]));
		const bare = `http://127.0.0.1:${port}/`;
		try {
			const browser = await chromium.launch({
				executablePath,
				args: ["--no-sandbox", "--disable-background-networking"],
			});
			try {
				reportFigures("browser", await weighAll(browser, pages, bare));
				reportFigures("browser", await interact(browser, origin, Number(values.rounds)));
			} finally {
				// Lighthouse starts its own, and should have the machine for itself.
				await browser.close();
			}
			reportFigures("browser", await askByTurns({ ...pages, bare }, executablePath, Number(values.runs)));
		} finally {
			await bareApp.stop({ hurry: true });
		}
	});
}

async function weighAll(browser: Browser, pages: Record<string, string>, bare: string): Promise<Figure[]> {
	const control = (await weigh(browser, bare))["scripts, brotli"];
	const figures: Figure[] = [];
	for (const [name, url] of Object.entries(pages)) {
		// The first to ask have the page made, and compressed in haste.
		for (let visit = 0; visit < WARM_VISITS; visit += 1) await weigh(browser, url);
		for (const [kind, value] of Object.entries(await weigh(browser, url)))
			figures.push({
				name: `${name}: ${kind} of a first visit`,
				value,
				unit: "bytes",
				...(kind === "scripts, brotli" && { control }),
			});
	}
	return figures;
}

/** Lighthouse's figures of each page. By turns, so that whatever else the machine does meets all of them. */
async function askByTurns(pages: Record<string, string>, chromiumPath: string, runs: number): Promise<Figure[]> {
	const said = new Map<string, Lighthouse[]>(Object.keys(pages).map((name) => [name, []]));
	for (let count = 0; count < runs; count += 1)
		for (const [name, url] of Object.entries(pages)) said.get(name)?.push(await askLighthouse(url, chromiumPath));
	return [...said].flatMap(([name, answers]) => {
		const failed = new Set(answers.flatMap((answer) => answer.failed));
		process.stdout.write(`${name}: not passed at least once: ${[...failed].join(", ") || "nothing"}\n`);
		return Object.keys(answers[0]?.figures ?? {}).flatMap((key) => {
			const values = answers.map(({ figures }) => figures[key] ?? Number.NaN);
			const unit = key === "CLS" ? "" : key === key.toUpperCase() ? "ms" : "of 100";
			const worst = unit === "of 100" ? Math.min(...values) : Math.max(...values);
			return [
				{ name: `${name}: Lighthouse, ${key}, median of ${runs}`, value: median(values), unit },
				{ name: `${name}: Lighthouse, ${key}, worst of ${runs}`, value: worst, unit },
			];
		});
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
