import { brotliCompressSync } from "node:zlib";
import { query } from "../db/query";
import { expect, test } from "./fixtures";
import { weigh } from "./weigh";

/** Bytes that a first visit may take, by kind, headers included. Who makes a page heavier says so here. */
const BUDGETS = {
	"/papers/date/2026-06-08": { Document: 26_000, Script: 128_700, Stylesheet: 8_700, Font: 28_000 },
	// One of its authors has an accent.
	"/papers/2412.14093": { Document: 12_000, Script: 128_700, Stylesheet: 8_700, Font: 34_000 },
	"/search?q=faking": { Document: 12_000, Script: 128_700, Stylesheet: 8_700, Font: 28_000 },
};

/** Whatever is in the abstracts: each is followed by those of five other papers, as long as real ones. */
const LENGTHEN = `
	UPDATE papers SET abstract = longer.abstract FROM (
		SELECT id, string_agg(abstract, ' ') OVER (ORDER BY id ROWS BETWEEN CURRENT ROW AND 5 FOLLOWING) AS abstract FROM papers
	) AS longer WHERE papers.id = longer.id`;
const MOST_OF_A_LONG_DAY = 30_000;

test("a day of fifty papers with long abstracts weighs no more than it may", async ({ request, privateServer }) => {
	await query(privateServer.databaseUrl, LENGTHEN);
	const page = await request.get(`${privateServer.url}/papers/date/2026-06-08`);
	expect(brotliCompressSync(await page.body()).length).toBeLessThanOrEqual(MOST_OF_A_LONG_DAY);
	const abstract = await request.get(`${privateServer.url}/api/cards/2412.14093`);
	expect((await abstract.json()).abstract.length).toBeGreaterThan(1_000);
});

/** Ten segments: what a new connection sends before it waits for an answer (RFC 6928), of 1,460 bytes. */
const FIRST_FLIGHT = 14_600;
const MOST_OF_HEADERS = 400;

test("a page asks for one stylesheet, and for two fonts that come in one flight each", async ({ page, request }) => {
	for (const place of ["/", "/papers/2412.14093", "/search?q=faking"]) {
		await page.goto(place);
		await expect(page.locator("link[rel=stylesheet]"), place).toHaveCount(1);
	}
	await page.goto("/");
	const fonts = page.locator("link[rel=preload][as=font]");
	await expect(fonts).toHaveCount(2);
	for (const font of await fonts.all()) {
		const answer = await request.get((await font.getAttribute("href")) ?? "");
		expect((await answer.body()).length + MOST_OF_HEADERS).toBeLessThanOrEqual(FIRST_FLIGHT);
	}
});

for (const [place, budget] of Object.entries(BUDGETS)) {
	test(`a first visit to ${place} weighs no more than it may`, async ({ browser, request, privateServer }) => {
		// The shared server's pages hold what other tests wrote.
		const url = privateServer.url + place;
		// The first to ask get it compressed in haste.
		for (let count = 0; count < 20; count += 1) await request.get(url, { headers: { "accept-encoding": "br" } });
		await expect(async () => {
			const weight = await weigh(browser, url);
			for (const [kind, most] of Object.entries(budget)) {
				const bytes = weight[kind as keyof typeof budget];
				expect(bytes, kind).toBeGreaterThan(1_000);
				expect(bytes, kind).toBeLessThanOrEqual(most);
			}
		}).toPass({ timeout: 20_000 });
	});
}
