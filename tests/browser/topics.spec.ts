import { query } from "../db/query";
import { expect, test } from "./fixtures";

const DAY = "/papers/date/2026-06-08";

/** Topics that 3, 2 and 2 papers of the sample have, of which one paper has two. */
const ADD_TOPICS = `
	INSERT INTO topics (slug, name, kind) VALUES ('video', 'video', 'keyword'), ('agents', 'agents', 'keyword'), ('llm', 'LLM', 'keyword');
	INSERT INTO paper_topics (paper_id, topic_id, edition_date, position)
	SELECT p.id, t.id, p.edition_date, row_number() OVER (PARTITION BY p.id)
	FROM (SELECT id, edition_date, row_number() OVER (ORDER BY upvotes DESC, listed_at, id) AS place FROM papers) p
	JOIN topics t ON (t.slug = 'video' AND place IN (1, 2, 3)) OR (t.slug = 'agents' AND place IN (3, 4))
		OR (t.slug = 'llm' AND place IN (8, 9))`;

test("the day's topics filter its list, and the address keeps the choice", async ({ page, privateServer }) => {
	await query(privateServer.databaseUrl, ADD_TOPICS);
	const address = privateServer.url + DAY;
	await page.goto(address);
	const papers = page.locator("li.paper:visible");
	await expect(papers).toHaveCount(49);

	await page.getByRole("button", { name: "all: video, 3 papers" }).click();
	await expect(papers).toHaveCount(3);
	await page.getByRole("button", { name: "all: LLM, 2 papers" }).click();
	await expect(page.getByText("5 of 49 papers about video or LLM.")).toBeVisible();
	const agents = page.getByRole("button", { name: /agents, 2 papers/ });
	await agents.click();
	await agents.click();
	await expect(agents).toHaveAccessibleName("without: agents, 2 papers");
	await expect(papers).toHaveCount(4);
	expect(new URL(page.url()).hash).toBe("#topics=video,llm,-agents");

	await page.reload();
	await expect(papers).toHaveCount(4);
	await page.getByRole("button", { name: "Show all" }).click();
	await expect(papers).toHaveCount(49);
	expect(page.url()).toBe(address);

	const card = papers.first();
	await card.getByRole("checkbox", { name: "The whole abstract" }).check();
	await card.getByRole("link", { name: "video" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("video");
	await expect(page.locator("li.paper")).toHaveCount(3);
});

test.describe("without JavaScript", () => {
	test.use({ javaScriptEnabled: false });

	test("topics are links to their pages, and abstracts unfold", async ({ page, privateServer }) => {
		await query(privateServer.databaseUrl, ADD_TOPICS);
		await page.goto(privateServer.url + DAY);
		const abstract = page.locator(".abstract").first();
		const folded = await abstract.locator("p").boundingBox();
		await abstract.getByRole("checkbox", { name: "The whole abstract" }).check();
		expect((await abstract.locator("p").boundingBox())?.height).toBeGreaterThan(folded?.height ?? 0);
		await page.getByRole("link", { name: "agents 2" }).click();
		await expect(page.locator("li.paper")).toHaveCount(2);
	});
});
