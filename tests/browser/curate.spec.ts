import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { type CurateScene, setCurate, signInCurator } from "./curate-scene";
import { expect, test } from "./fixtures";
import { freshAddress, signIn } from "./steps";

const PAGES = [
	"/curate",
	"/curate/reports",
	"/curate/votes",
	"/curate/claims",
	"/curate/submissions",
	"/curate/runs",
	"/curate/digests",
	"/curate/digests/import",
];

/** The entry of a queue that has some words. */
const entry = (page: Page, words: string) => page.getByRole("listitem").filter({ hasText: words });

async function press(page: Page, within: string, button: string, answer: string): Promise<void> {
	await entry(page, within).first().getByRole("button", { name: button }).click();
	await expect(page.getByText(answer)).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? "with a script" : "without a script", () => {
		test.use({ javaScriptEnabled });

		test("an author asks, and a curator works through every queue", async ({ page, browser, outbox, server }) => {
			test.slow();
			const scene = await setCurate(server.databaseUrl, javaScriptEnabled ? 0 : 1);
			const { paper, author, words, title } = scene;

			const asker = await (await browser.newContext({ javaScriptEnabled, baseURL: server.url })).newPage();
			await asker.goto(`/authors/${author.slug}`);
			await asker.getByRole("link", { name: "Are you this author?" }).click();
			await asker.waitForURL(/sign-in/);
			const address = freshAddress("author");
			await signIn(asker, outbox, address);
			await expect(asker).toHaveURL(`/claims/${author.slug}`);
			await scene.nameUser(address);
			await asker.getByLabel("How can a curator tell?").fill(`See ${scene.handle}.example.org`);
			await asker.getByRole("button", { name: "I am this author" }).click();
			await expect(asker.getByText("Thank you. A curator will look at it.")).toBeVisible();
			await expect(asker.getByText("You asked on")).toBeVisible();
			const own = await asker.request.get(`/claims/${author.slug}`);
			expect(own.headers()["cache-control"]).toMatch(/private.*no-store/);

			const curator = await signInCurator(page, outbox, server.databaseUrl);
			await page.goto("/curate");
			await page.getByRole("link", { name: "Reported comments" }).click();
			await entry(page, words).first().getByLabel("Reason").fill("an advert");
			await press(page, words, "Hide", "The comment is hidden");
			await expect(entry(page, words)).toHaveCount(0);
			const reader = await (await browser.newContext({ javaScriptEnabled, baseURL: server.url })).newPage();
			await reader.goto(`/papers/${paper}`);
			await expect(reader.getByText(words)).toHaveCount(0);

			await page.goto("/curate/votes");
			await expect(entry(page, title)).toContainText("2 of its 2 votes here came from one network.");
			await press(page, title, "Void", "The votes count for nothing");
			await expect(entry(page, title)).toHaveCount(0);

			await page.goto("/curate/claims");
			await press(page, scene.handle, "Approve", "They are known as this author now.");
			await reader.goto(`/authors/${author.slug}`);
			await expect(reader.getByText(`Known here as @${scene.handle}`)).toBeVisible();
			await reader.goto(`/papers/${paper}`);
			await expect(reader.getByRole("img", { name: "(has an account here)" })).toHaveCount(1);
			await asker.goto(`/claims/${author.slug}`);
			await expect(asker.getByText("You are known here as")).toBeVisible();

			await page.goto("/curate");
			for (const act of ["hid a comment on it: an advert", "voided 2 votes of a burst", "approved the claim to be"])
				await expect(page.getByText(`You ${act}`).first()).toBeVisible();
			await press(page, words, "Show it again", "The comment is shown again");
			await expect(page.getByText("You showed a comment on it again").first()).toBeVisible();
			await reader.goto(`/papers/${paper}`);
			await expect(reader.getByText(words)).toBeVisible();

			await page.goto("/curate/claims");
			await press(page, scene.handle, "Take it back", "They are no longer known as this author.");
			await reader.goto(`/authors/${author.slug}`);
			await expect(reader.getByText("Known here")).toHaveCount(0);
			await asker.goto(`/claims/${author.slug}`);
			await expect(asker.getByText("A curator refused this on")).toBeVisible();

			await curator.dismiss();
			await page.goto("/curate/claims");
			await expect(page.getByRole("heading", { name: "Claims" })).toHaveCount(0);
			expect((await page.request.get("/curate")).status()).toBe(404);
		});
	});
}

test("of two curators the second is told, and nobody is told anything before they are one", async ({
	page,
	browser,
	outbox,
	server,
	request,
}) => {
	const { paper, words } = await setCurate(server.databaseUrl, 2);
	for (const path of PAGES) expect((await request.get(path)).status(), path).toBe(404);
	await signInCurator(page, outbox, server.databaseUrl);
	const other = await (await browser.newContext({ baseURL: server.url })).newPage();
	await signInCurator(other, outbox, server.databaseUrl);
	for (const tab of [page, other]) await tab.goto("/curate/reports");
	await press(page, words, "Let it stay", "The comment stays");
	await press(other, words, "Let it stay", "The comment stays");
	await expect(entry(other, words)).toHaveCount(0);
	await page.goto(`/curate/papers/${paper}`);
	await expect(page.getByText("let a reported comment on it stay")).toHaveCount(1);
	for (const tab of [page, other]) await tab.goto("/curate/votes");
	await press(page, "Void", "Void", "The votes count for nothing");
	await press(other, "Void", "Accept", "It was decided before you pressed");
});

test("axe finds nothing on any page, and nothing is wider than a phone", async ({ page, outbox, server }) => {
	test.slow();
	const scene: CurateScene = await setCurate(server.databaseUrl, 3);
	const claims = `/claims/${scene.author.slug}`;
	const curator = await signInCurator(page, outbox, server.databaseUrl);
	await scene.claim(curator.address);
	for (const path of [...PAGES, claims, `/authors/${scene.author.slug}`, `/papers/${scene.paper}`]) {
		await page.setViewportSize({ width: 1280, height: 900 });
		await page.goto(path);
		await expectAccessible(page, path);
		await page.setViewportSize({ width: 360, height: 740 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
	}
});
