import { expectAccessible } from "./axe";
import { expect, test } from "./fixtures";
import { keysListen } from "./steps";

const ALIGNMENT = "Alignment faking in large language models";
const FIELD = { name: "Search papers" };

test("a key leads to the field, and what is typed there finds papers and marks why", async ({ page }) => {
	await page.goto("/");
	await keysListen(page);
	await page.keyboard.press("/");
	const field = page.getByRole("combobox", FIELD);
	await expect(field).toBeFocused();
	await field.pressSequentially("alignment faking");
	await field.press("Enter");
	await expect(page).toHaveURL("/search?q=alignment+faking");
	await expect(field).toHaveValue("alignment faking");
	const first = page.getByRole("article").first();
	await expect(first.getByRole("heading")).toHaveText(ALIGNMENT);
	await expect(first.locator("h2 mark")).toHaveText(["Alignment", "faking"]);
	await expect(first.getByRole("checkbox")).toBeHidden();
	await expect(page.getByRole("button", { name: /^Upvote, .*: Alignment faking/ })).toBeVisible();
	await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex, follow");
	await expect(page.locator('link[type="application/atom+xml"]')).toHaveAttribute("href", /\/feed\.atom\?q=alignment/);
});

test("orders and Back keep the query", async ({ page }) => {
	await page.goto("/search?q=reasoning");
	await page.getByRole("link", { name: "New", exact: true }).click();
	await expect(page).toHaveURL("/search?q=reasoning&order=new");
	await expect(page.getByRole("link", { name: "New", exact: true })).toHaveAttribute("aria-current", "page");
	const field = page.getByRole("combobox", FIELD);
	await field.fill("language models");
	await field.press("Enter");
	await expect(page).toHaveURL("/search?q=language+models&order=new");
	await page.goBack();
	await expect(page).toHaveURL("/search?q=reasoning&order=new");
	await expect(field).toHaveValue("reasoning");
	await page.goBack();
	await expect(page.getByRole("link", { name: "Relevance" })).toHaveAttribute("aria-current", "page");
	await expect(field).toHaveValue("reasoning");
});

test("more than a page is found page by page", async ({ page }) => {
	await page.goto("/search?q=min:0&order=top");
	const titles = page.getByRole("article").getByRole("heading");
	await expect(titles).toHaveCount(20);
	const first = await titles.allTextContents();
	await page.getByRole("link", { name: "Next page" }).click();
	await expect(page).toHaveURL("/search?q=min%3A0&order=top&page=2");
	await expect(titles).toHaveCount(20);
	const second = await titles.allTextContents();
	await page.getByRole("link", { name: "Next page" }).click();
	await expect(titles).toHaveCount(9);
	await expect(page.getByRole("link", { name: "Next page" })).toBeHidden();
	expect(new Set([...first, ...second, ...(await titles.allTextContents())]).size).toBe(49);
	await page.goto("/search?q=min:0&page=40");
	await expect(page).toHaveURL("/search?q=min%3A0");
});

test("suggestions can be followed by keyboard, and are gone by Escape", async ({ page }) => {
	await page.goto("/search");
	const field = page.getByRole("combobox", FIELD);
	await field.pressSequentially("hubin");
	const author = page.getByRole("group", { name: "Authors" }).getByRole("option", { name: "Evan Hubinger" });
	await expect(author).toBeVisible();
	await expect(field).toHaveAttribute("aria-expanded", "true");
	await field.press("ArrowDown");
	await expect(author).toHaveAttribute("aria-selected", "true");
	await expect(field).toHaveAttribute("aria-activedescendant", (await author.getAttribute("id")) ?? "");
	await expect(field).toBeFocused();
	await field.press("Escape");
	await expect(author).toBeHidden();
	await expect(field).toHaveValue("hubin");
	await field.press("ArrowUp");
	await expect(author).toBeVisible();
	await field.press("ArrowUp");
	await field.press("Enter");
	await expect(page).toHaveURL("/authors/evan-hubinger");

	await keysListen(page);
	await page.keyboard.press("/");
	await expect(field).toBeFocused();
	await expect(field).toHaveValue("");
	await field.press("Escape");
	await expect(field).not.toBeFocused();
});

test("what was typed before the scripts were there gets its suggestions once they are", async ({ page }) => {
	let hasTyped = () => {};
	const typed = new Promise<void>((resolve) => {
		hasTyped = resolve;
	});
	await page.route("**/*.js", async (route) => {
		await typed;
		await route.continue();
	});
	await page.goto("/search");
	const field = page.getByRole("combobox", FIELD);
	await field.pressSequentially("hubin");
	hasTyped();
	await expect(page.getByRole("option", { name: "Evan Hubinger" })).toBeVisible();
	await expect(field).toHaveValue("hubin");
});

test("suggestions can be pressed, and the field works as well without any", async ({ page }) => {
	await page.goto("/");
	await keysListen(page);
	const field = page.getByRole("combobox", FIELD);
	await field.pressSequentially("alignment fak");
	await page.getByRole("option", { name: ALIGNMENT }).click();
	await expect(page).toHaveURL("/papers/2412.14093");
	await expect(page.getByRole("listbox")).toBeHidden();

	const asked = page.waitForRequest("**/api/suggest?*");
	await page.route("**/api/suggest?*", (route) => route.fulfill({ status: 503, json: { error: "Down." } }));
	await field.pressSequentially("grokking");
	await asked;
	await field.press("Enter");
	await expect(page).toHaveURL("/search?q=grokking");
	await expect(page.getByRole("article")).not.toHaveCount(0);
});

test("on a phone the header leads to the field", async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto("/");
	await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
	await expect(page.getByRole("combobox", FIELD)).toBeFocused();
});

test("a paper's id or address leads straight to it, or to submitting it", async ({ page }) => {
	for (const text of ["2412.14093", "https://arxiv.org/pdf/2412.14093v2"]) {
		await page.goto(`/search?q=${encodeURIComponent(text)}`);
		await expect(page).toHaveURL("/papers/2412.14093");
	}
	await page.goto("/search?q=2412.99999");
	await expect(page.getByRole("heading", { name: "The paper 2412.99999 is not here" })).toBeVisible();
	await expect(page.getByRole("link", { name: "submit it" })).toHaveAttribute(
		"href",
		"/papers/submit?paper=2412.99999",
	);
});

test("axe finds nothing on search pages, and nothing is wider than a phone", async ({ page }) => {
	test.slow();
	for (const query of ["", "?q=language+models", "?q=transcodr", "?q=zzzqqqxxx+min:3", "?q=since:x", "?q=2412.99999"]) {
		await page.setViewportSize({ width: 1280, height: 800 });
		await page.goto(`/search${query}`);
		await expectAccessible(page, query);
		await page.setViewportSize({ width: 360, height: 740 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth), query).toBeLessThanOrEqual(360);
	}
	await page.getByRole("combobox", FIELD).fill("hubin");
	await expect(page.getByRole("option").first()).toBeVisible();
	await page.getByRole("combobox", FIELD).press("ArrowDown");
	await expectAccessible(page, "with suggestions");
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("whatever is typed is answered with a page", async ({ request }) => {
	for (const query of [
		"q=%00",
		"q=%E0%A4%A",
		"q=%ED%A0%80",
		"q=a&q=b",
		"q[]=a",
		"q=model&page=0",
		"q=model&page=1e9",
		"q=model&page=9999",
		"q=model&order=xyz",
		"q=';DROP TABLE papers;--",
		"q=%22%20%26%20|%20!%20%3C-%3E%20(",
		"q=👩‍👩‍👧",
		"q=حَرْف",
		`q=${"word+".repeat(2_000)}`,
		`q=${Array.from({ length: 2_000 }, (_, index) => index).join("+")}`,
	]) {
		const response = await request.get(`/search?${query}`);
		expect(response.status(), query).toBe(200);
		expect(await response.text(), query).toContain("What can be typed");
	}
});

test("search pages are the same for everybody, and caches may keep them", async ({ request }) => {
	const anonymous = await request.get("/search?q=reasoning");
	expect(anonymous.headers()["cache-control"]).toMatch(/^public, s-maxage=20, /);
	expect(anonymous.headers()["set-cookie"]).toBeUndefined();
	const headers = { cookie: "signed_in=1; better-auth.session_token=x" };
	const other = await request.get("/search?q=reasoning", { headers });
	expect(await other.text()).toBe(await anonymous.text());
	expect((await anonymous.body()).length).toBeLessThan(300_000);
});

test("suggestions are data for the site's own field", async ({ request }) => {
	const found = await request.get("/api/suggest?q=alignment+fak");
	expect(found.headers()["cache-control"]).toBe("public, max-age=60");
	expect(await found.json()).toEqual([{ kind: "Papers", text: ALIGNMENT, path: "/papers/2412.14093" }]);
	expect(await (await request.get("/api/suggest?q=%00")).json()).toEqual([]);
	for (const [status, answer] of [
		[400, request.get("/api/suggest")],
		[400, request.get(`/api/suggest?q=${"x".repeat(501)}`)],
		[405, request.post("/api/suggest")],
	] as const) {
		const response = await answer;
		expect(response.status()).toBe(status);
		expect((await response.json()).error).toMatch(/^[A-Z].*\.$/);
	}
});

test("without its database the search says that it failed, and to come back", async ({ request, privateServer }) => {
	const { url } = privateServer;
	expect((await request.get(`${url}/search?q=reasoning`)).status()).toBe(200);
	await privateServer.stopPostgres();
	const page = await request.get(`${url}/search?q=alignment`);
	expect([page.status(), page.headers()["cache-control"]]).toEqual([500, "private, no-store"]);
	expect(await page.text()).toContain("This page could not be made");
	const suggestions = await request.get(`${url}/api/suggest?q=reas`);
	expect([suggestions.status(), suggestions.headers()["cache-control"]]).toEqual([503, "no-store"]);
});

test.describe("without JavaScript", () => {
	test.use({ javaScriptEnabled: false });

	test("searching is a form, and its pages are links", async ({ page }) => {
		await page.goto("/");
		await page.getByRole("combobox", FIELD).fill("alignment");
		await page.keyboard.press("Enter");
		await expect(page).toHaveURL("/search?q=alignment");
		await expect(page.getByRole("article").first().locator("mark").first()).toBeVisible();
		await page.getByRole("combobox", FIELD).fill("alignment faking");
		await page.getByRole("button", { name: "Search", exact: true }).click();
		await expect(page.getByRole("article").first().getByRole("heading")).toHaveText(ALIGNMENT);
		await page.getByRole("link", { name: "Top", exact: true }).click();
		await expect(page).toHaveURL("/search?q=alignment+faking&order=top");
	});

	test("what can be typed is told by examples that find something", async ({ page }) => {
		await page.goto("/search");
		const examples = page.locator("dt a");
		const addresses = await examples.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
		expect(addresses.length).toBeGreaterThan(5);
		for (const address of addresses) {
			await page.goto(address);
			await expect(page.getByRole("article").first(), address).toBeVisible();
		}
	});

	test("a misspelled word is put right, and the page says so", async ({ page }) => {
		await page.goto("/search?q=transcodr+adaptrs");
		await expect(page.getByText("Showing results for transcoder adapters")).toBeVisible();
		await expect(page.getByRole("article").first().locator("h2 mark")).toHaveText(["Transcoder", "Adapters"]);
	});

	test("where no paper has all words, the page says so and shows those with most", async ({ page }) => {
		await page.goto("/search?q=transcoder+adapters+grokking");
		await expect(page.getByText("No paper has all of these words. These have most of them.")).toBeVisible();
		await expect(page.getByRole("article")).not.toHaveCount(0);
	});

	test("what was not understood is said beside what was", async ({ page }) => {
		await page.goto("/search?q=alignment+since:yesterday");
		await expect(page.getByText("since: needs a date like 2026-06-01.")).toBeVisible();
		await expect(page.getByRole("article")).not.toHaveCount(0);
	});

	test("where nothing is found, the page offers what finds something", async ({ page }) => {
		await page.goto("/search?q=alignment+author:nobody");
		await expect(page.getByRole("heading", { name: "No paper here matches this" })).toBeVisible();
		await expect(page.getByRole("link", { name: "trending", exact: true })).toBeVisible();
		await page.getByRole("link", { name: "alignment", exact: true }).click();
		await expect(page).toHaveURL("/search?q=alignment");
		await expect(page.getByRole("article")).not.toHaveCount(0);
	});
});
