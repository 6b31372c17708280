import { expect, test } from "./fixtures";
import { readSourcePage, type SourceEntry } from "./source-page";

test("the sample edition shows each entry of the page that it is modelled on, in order", async ({
	page,
	privateServer,
}) => {
	const expected = await readSourcePage();
	test.skip(expected === undefined, "../shared/source-page is not here");

	// Where nobody has voted or commented yet.
	await page.goto(`${privateServer.url}/papers/date/2026-06-08`);
	const shown = await page.locator("li.paper").evaluateAll((cards): SourceEntry[] =>
		cards.map((card) => {
			const text = (selector: string) => card.querySelector(selector)?.textContent?.trim() ?? "";
			return {
				title: text("h2"),
				authors: text(".by"),
				organization: card.querySelector(".org")?.lastChild?.textContent ?? "",
				date: text("time"),
				comments: Number.parseInt(text(".comments") || "0", 10),
			};
		}),
	);
	// The source page writes `1 authors`.
	const inEnglish = expected?.map((entry) => ({ ...entry, authors: entry.authors.replace(/^1 authors$/, "1 author") }));
	expect(shown).toHaveLength(49);
	expect(shown).toEqual(inEnglish);
});
