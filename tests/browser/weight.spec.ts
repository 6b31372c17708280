import { brotliCompressSync } from "node:zlib";
import { query } from "../db/query";
import { expect, test } from "./fixtures";
import { weigh } from "./weigh";

/** Bytes that a first visit may take, by kind, headers included. Who makes a page heavier says so here. */
const BUDGETS = {
	"/papers/date/2026-06-08": { Document: 26_000, Script: 130_000, Stylesheet: 8_700, Font: 32_000 },
	"/papers/2412.14093": { Document: 12_000, Script: 130_000, Stylesheet: 8_700, Font: 32_000 },
	"/search?q=faking": { Document: 12_000, Script: 130_000, Stylesheet: 8_700, Font: 32_000 },
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
