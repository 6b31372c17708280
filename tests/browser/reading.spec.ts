import { query } from "../db/query";
import { expect, test } from "./fixtures";
import { keysListen } from "./steps";

const SAMPLE_DAY = "/papers/date/2026-06-08";

test("a day leads to its week, its month and back, in any order", async ({ page }) => {
	await page.goto(SAMPLE_DAY);
	const views = page.getByRole("navigation", { name: "Views" });
	await views.getByRole("link", { name: "Week" }).click();
	await expect(page).toHaveURL("/papers/week/2026-W24");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("June 8 – 14, 2026");
	await views.getByRole("link", { name: "New" }).click();
	await expect(page).toHaveURL("/papers/week/2026-W24/new");
	await views.getByRole("link", { name: "Month" }).click();
	await expect(page).toHaveURL("/papers/month/2026-06/new");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("June 2026");
	await views.getByRole("link", { name: "Day" }).click();
	await expect(page).toHaveURL(`${SAMPLE_DAY}/new`);
	await expect(page.getByText("Closed · 49 papers")).toBeVisible();
});

test("windows that can't be are no pages, and other spellings lead to the one address", async ({ request }) => {
	for (const address of [
		"/papers/date/2026-02-30",
		"/papers/date/2999-01-01",
		"/papers/week/2025-W53",
		"/papers/week/2999-W01",
		"/papers/month/2026-13",
		`${SAMPLE_DAY}/best`,
		`${SAMPLE_DAY}/top/7`,
		"/papers/trending/rising/9",
		"/authors/nobody-at-all",
		"/orgs/none",
		"/topics/none",
		"/topics/%00",
		"/indexes/none",
		"/og/2999.00001.png",
		"/papers/2999.00001.bib",
	])
		expect((await request.get(address)).status(), address).toBe(404);
	const moved = await request.get(`${SAMPLE_DAY}/top`, { maxRedirects: 0 });
	expect([moved.status(), moved.headers().location]).toEqual([308, SAMPLE_DAY]);
});

test("an abstract unfolds in place, without a request", async ({ page }) => {
	await page.goto(SAMPLE_DAY);
	const paper = page.locator("li.paper").first();
	const abstract = paper.locator(".abstract p").first();
	const before = await abstract.boundingBox();
	const asked: string[] = [];
	page.on("request", (request) => asked.push(request.url()));
	await paper.getByRole("checkbox", { name: "The whole abstract" }).check();
	await expect.poll(async () => (await abstract.boundingBox())?.height).toBeGreaterThan(before?.height ?? 0);
	expect(asked).toEqual([]);
});

test.describe("in a long list of long abstracts", () => {
	const LENGTHEN = `UPDATE papers SET abstract = abstract || repeat(' There is more to it.', 20) || ' This is the end.'`;
	const END = /This is the end\.$/;

	test("one unfolds to its beginning, and the rest is fetched", async ({ page, privateServer }) => {
		await query(privateServer.databaseUrl, LENGTHEN);
		await page.goto(privateServer.url + SAMPLE_DAY);
		await keysListen(page);
		const paper = page.locator("li.paper").first();
		const rest = "**/api/cards/**";
		const box = paper.getByRole("checkbox", { name: "The whole abstract" });
		await expect(paper.getByText("There is more")).toHaveCount(0);
		await expect(paper.getByRole("link", { name: "Read on" })).toBeHidden();

		await page.route(rest, (route) => route.fulfill({ status: 503, json: { error: "Down." } }));
		await box.check();
		await expect(paper.getByRole("link", { name: "Read on" })).toBeVisible();
		await page.unroute(rest);
		await box.uncheck();
		await box.check();
		await expect(paper.locator(".abstract p").first()).toHaveText(END);
		await expect(paper.getByRole("link", { name: "Read on" })).toHaveCount(0);
	});

	test.describe("without JavaScript", () => {
		test.use({ javaScriptEnabled: false });

		test("one leads to the paper's page", async ({ page, privateServer }) => {
			await query(privateServer.databaseUrl, LENGTHEN);
			await page.goto(privateServer.url + SAMPLE_DAY);
			const paper = page.locator("li.paper").first();
			await paper.getByRole("checkbox", { name: "The whole abstract" }).check();
			await paper.getByRole("link", { name: "Read on" }).click();
			await expect(page.getByText(END)).toBeVisible();
		});
	});
});

test("the keyboard walks through the list, opens a paper and comes back to the same place", async ({ page }) => {
	await page.goto(SAMPLE_DAY);
	const titles = page.locator("li.paper h2 a");
	await keysListen(page);
	await page.keyboard.press("j");
	await expect(titles.nth(0)).toBeFocused();
	for (let step = 0; step < 20; step++) await page.keyboard.press("j");
	await page.keyboard.press("k");
	await expect(titles.nth(19)).toBeFocused();
	const scrolled = await page.evaluate(() => window.scrollY);
	expect(scrolled).toBeGreaterThan(0);
	const title = (await titles.nth(19).textContent()) ?? "";
	await page.keyboard.press("o");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
	await page.goBack();
	await expect(titles.nth(19)).toBeInViewport();

	await keysListen(page);
	await page.keyboard.press("g");
	await page.keyboard.press("w");
	await expect(page).toHaveURL("/papers/week/2026-W24");
	await keysListen(page);
	await page.keyboard.press("g");
	await page.keyboard.press("t");
	await expect(page).toHaveURL("/papers/trending");
});

test("the help says what keys do, and turns them off", async ({ page }) => {
	await page.goto(SAMPLE_DAY);
	await keysListen(page);
	await page.keyboard.press("?");
	const help = page.getByRole("dialog", { name: "Keyboard" });
	await expect(help).toBeVisible();
	await help.getByRole("checkbox", { name: "Keys do this" }).uncheck();
	await help.getByRole("button", { name: "Close" }).click();
	await page.keyboard.press("j");
	await expect(page.locator("li.paper h2 a").first()).not.toBeFocused();
	await page.keyboard.press("?");
	await expect(help).toBeHidden();
});

test("keys are left alone while one types", async ({ page }) => {
	await page.goto(SAMPLE_DAY);
	const field = page.getByLabel("Email address");
	await field.pressSequentially("jk?ugt");
	await expect(field).toHaveValue("jk?ugt");
	await expect(page).toHaveURL(SAMPLE_DAY);
});

test("a paper's page can be cited, copied and shared", async ({ page, request, context }) => {
	await context.grantPermissions(["clipboard-read", "clipboard-write"]);
	await page.goto("/papers/2412.14093");
	await page.getByText("BibTeX", { exact: true }).click();
	await page.getByRole("button", { name: "Copy BibTeX" }).click();
	await expect(page.getByText("Copied").first()).toBeVisible();
	const bibtex = await (await request.get("/papers/2412.14093.bib")).text();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(bibtex);
	expect(bibtex).toContain("Greenblatt");
	const picture = await request.get("/og/2412.14093.png");
	expect([picture.status(), picture.headers()["content-type"]]).toEqual([200, "image/png"]);
	await expect(page.locator('meta[name="citation_author"]')).toHaveCount(20);
	await page.getByRole("link", { name: "Evan Hubinger" }).click();
	await expect(page).toHaveURL("/authors/evan-hubinger");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Evan Hubinger");
});

test("a connection that is gone is said, for as long as it is", async ({ page, context }) => {
	await page.goto(SAMPLE_DAY);
	await keysListen(page);
	await context.setOffline(true);
	await expect(page.getByText("You are offline.")).toBeVisible();
	await context.setOffline(false);
	await expect(page.getByText("You are offline.")).toBeHidden();
});

test("what there is to read is painted before any script is asked for", async ({ page }) => {
	for (const place of [SAMPLE_DAY, "/search?q=grokking"]) {
		await page.goto(place);
		await keysListen(page);
		const { painted, asked } = await page.evaluate(() => ({
			painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
			asked: performance
				.getEntriesByType("resource")
				.filter(({ name }) => name.endsWith(".js"))
				.map(({ startTime }) => startTime),
		}));
		expect(asked.length, place).toBeGreaterThan(3);
		expect(Math.min(...asked), place).toBeGreaterThan(painted);
	}
});

test("a page in a tab that nobody looks at yet is ready all the same", async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(document, "hidden", { get: () => true });
		Object.defineProperty(PerformanceObserver.prototype, "observe", { value: () => {} });
	});
	await page.goto(SAMPLE_DAY);
	await keysListen(page);
});
