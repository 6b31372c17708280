import { expect } from "@playwright/test";
import { expectAccessible } from "./axe";
import { freshAddress, signIn } from "./steps";
import { DAILY_LIMIT, field, LONG, lookUp, openForm, problem, setUser, test } from "./submit-scene";

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
		test.use({ javaScriptEnabled });
		const id = javaScriptEnabled ? "2611.00001" : "2611.00002";

		test("a paper is looked up, shown, listed with its submitter's name, and known from then on", async ({
			page,
			site,
		}) => {
			const address = await openForm(page, site);
			await setUser(site, address, { name: "Grace Hopper" });
			await lookUp(page, `https://arxiv.org/abs/${id}v1`);
			await expect(page.getByRole("heading", { name: `What is new in ${id}` })).toBeVisible();
			await expect(page.getByText("Ada Lovelace, Émile Borel")).toBeVisible();
			await expect(page.getByText("it is <b>small</b> & good.")).toBeVisible();
			await expect(field(page)).toHaveValue(`https://arxiv.org/abs/${id}v1`);
			expect((await page.request.get(`/papers/${id}`)).status()).toBe(404);

			await page.getByRole("button", { name: "List it today" }).click();
			await expect(page.getByRole("heading", { name: "It is on today's list" })).toBeVisible();
			const today = new Date().toISOString().slice(0, 10);
			await expect(page.getByRole("main").locator(`a[href="/papers/date/${today}"]`)).toBeVisible();
			await page.getByRole("link", { name: `What is new in ${id}` }).click();
			await expect(page.getByText("Submitted by Grace Hopper")).toBeVisible();
			await expect(page.getByRole("button", { name: /^Upvote, 0 upvotes/ })).toBeVisible();
			expect(await (await page.request.get(`/papers/${id}`)).text()).not.toContain(address);
			await page.goto(`/papers/date/${today}`);
			await expect(page.getByRole("link", { name: `What is new in ${id}` })).toBeVisible();
			await page.goto("/");
			await expect(page.getByRole("link", { name: `What is new in ${id}` })).toBeVisible();

			await page.goto("/papers/submit");
			await lookUp(page, id);
			await expect(page.getByRole("heading", { name: "It is here already" })).toBeVisible();
			await expect(field(page)).toHaveValue(id);
			await page.getByRole("button", { name: "Upvote" }).click();
			await expect(page.getByRole("heading", { name: "Your upvote is saved" })).toBeVisible();
			await page.goto("/papers/submit");
			await lookUp(page, `arXiv:${id}`);
			await expect(page.getByText("has your upvote.")).toBeVisible();
			await expect(page.getByRole("button", { name: "Upvote" })).toHaveCount(0);
		});

		test("what is no paper, too old, unknown or not to be had just now gets a clear word, and stays in the field", async ({
			page,
			site,
		}) => {
			await openForm(page, site);
			for (const [text, words] of [
				["the one about attention", /names no paper at arXiv.*2412\.14093/],
				["2610.00001", /more than 14 days ago/],
				["https://arxiv.org/abs/2611.99999", /arXiv has no paper of this id/],
			] as const) {
				await lookUp(page, text);
				await expect(problem(page, words)).toBeVisible();
				await expect(field(page)).toHaveValue(text);
			}
			site.arxiv.faults.push({ kind: "status", status: 429, headers: { "Retry-After": "60" } });
			await lookUp(page, "2611.00004");
			await expect(problem(page, "arXiv can't be reached just now. What you typed is kept")).toBeVisible();
			await expect(field(page)).toHaveValue("2611.00004");
			await page.getByRole("button", { name: "Look it up" }).click();
			await expect(page.getByRole("heading", { name: "What is new in 2611.00004" })).toBeVisible();
		});

		test("signed out, the form leads to signing in and back, also when the session ends halfway", async ({
			page,
			site,
		}) => {
			await openForm(page, site);
			await page.context().clearCookies();
			await lookUp(page, "2611.00004");
			await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
			expect(new URL(page.url()).searchParams.get("next")).toBe("/papers/submit?paper=2611.00004");
			await page.goto("/papers/submit?paper=2611.00004");
			await signIn(page, site.outbox, freshAddress("back"));
			await expect(field(page)).toHaveValue("2611.00004");
		});

		test("without the database nothing is lost: the preview stays, and is listed once it is back", async ({
			page,
			site,
		}) => {
			const own = javaScriptEnabled ? "2611.00007" : "2611.00009";
			await openForm(page, site);
			await lookUp(page, own);
			const list = page.getByRole("button", { name: "List it today" });
			await list.waitFor();
			await site.server.stopPostgres();
			await list.click();
			await expect(problem(page, "database can't be reached just now")).toBeVisible();
			await expect(page.getByRole("heading", { name: `What is new in ${own}` })).toBeVisible();
			await lookUp(page, `arXiv:${own}`);
			await expect(problem(page, "database can't be reached just now")).toBeVisible();
			await expect(field(page)).toHaveValue(`arXiv:${own}`);
			await site.server.startPostgres();
			await expect(async () => {
				await page.getByRole("button", { name: "Look it up" }).click();
				await expect(list).toBeVisible({ timeout: 5_000 });
			}).toPass();
			await list.click();
			await expect(page.getByRole("heading", { name: "It is on today's list" })).toBeVisible();
		});
	});
}

test("the page is nobody else's to keep", async ({ request, page, site }) => {
	const signedOut = await request.get("/papers/submit", { maxRedirects: 0 });
	expect(signedOut.status()).toBe(307);
	expect(signedOut.headers()).toMatchObject({ location: "/sign-in?next=%2Fpapers%2Fsubmit" });
	expect(signedOut.headers()["cache-control"]).toContain("no-store");
	await openForm(page, site);
	const form = await page.request.get("/papers/submit");
	expect(form.status()).toBe(200);
	expect(form.headers()["cache-control"]).toContain("no-store");
});

test("when arXiv hangs, the word comes after ten seconds", async ({ page, site }) => {
	await openForm(page, site);
	site.arxiv.faults.push({ kind: "hang" });
	const startedAt = Date.now();
	await lookUp(page, "2611.00004");
	await expect(page.getByRole("button", { name: "One moment…" })).toBeDisabled();
	await expect(problem(page, "arXiv can't be reached just now")).toBeVisible();
	expect(Date.now() - startedAt).toBeLessThan(13_000);
	await expect(field(page)).toHaveValue("2611.00004");
});

test("two people list the same paper: the second hears that it is here", async ({ page, browser, site }) => {
	await openForm(page, site, "first");
	const other = await (await browser.newContext({ baseURL: site.server.url })).newPage();
	await openForm(other, site, "second");
	for (const tab of [page, other]) {
		await lookUp(tab, "2611.00008");
		await expect(tab.getByRole("button", { name: "List it today" })).toBeVisible();
	}
	await page.getByRole("button", { name: "List it today" }).click();
	await expect(page.getByRole("heading", { name: "It is on today's list" })).toBeVisible();
	await other.getByRole("button", { name: "List it today" }).click();
	await expect(other.getByRole("heading", { name: "It is here already" })).toBeVisible();
	await page.getByRole("link", { name: "What is new in 2611.00008" }).click();
	await expect(page.getByText("Submitted by a reader")).toBeVisible();
	await other.context().close();
});

test("a reader's day has its limit; a curator has none, hides, shows and moves", async ({ page, site }) => {
	test.slow();
	const address = await openForm(page, site, "curator");
	const list = async (id: string) => {
		await page.goto("/papers/submit");
		await lookUp(page, id);
		await page.getByRole("button", { name: "List it today" }).click();
		await expect(page.getByRole("heading", { name: "It is on today's list" })).toBeVisible();
	};
	for (const id of ["2611.00005", "2611.00006"].slice(0, DAILY_LIMIT)) await list(id);
	await page.goto("/papers/submit");
	await lookUp(page, "hep-th/9901001");
	await expect(problem(page, "submitted 2 papers today")).toBeVisible();
	expect((await page.goto("/curate/papers/2611.00005"))?.status()).toBe(404);
	expect((await page.goto("/curate"))?.status()).toBe(404);

	await setUser(site, address, { role: "curator" });
	await list("hep-th/9901001");
	await page.getByRole("link", { name: "A paper of the last century" }).click();
	await page.getByRole("link", { name: "Curate" }).click();
	await page.getByLabel("Reason").fill("a test");
	await page.getByRole("button", { name: "Hide" }).click();
	await expect(page.getByText("Hidden from everybody.")).toBeVisible();
	expect((await page.request.get("/papers/hep-th/9901001")).status()).toBe(404);
	const today = new Date().toISOString().slice(0, 10);
	expect(await (await page.request.get(`/papers/date/${today}`)).text()).not.toContain("last century");
	await page.goto("/papers/submit");
	await lookUp(page, "hep-th/9901001");
	await expect(problem(page, "a curator took it off")).toBeVisible();

	await page.goto("/curate");
	await page.getByRole("link", { name: "hep-th/9901001" }).first().click();
	await page.getByRole("button", { name: "Show it again" }).click();
	await expect(page.getByText("It stands on the list of")).toBeVisible();
	await page.getByLabel("Move to the list of").fill("2026-06-08");
	await page.getByRole("button", { name: "Move" }).click();
	await expect(page.getByText(/You moved it from .* to Jun 8, 2026/)).toBeVisible();
	await expect(page.getByText("You hid it: a test")).toBeVisible();
	await page.goto("/papers/date/2026-06-08");
	await expect(page.getByRole("link", { name: "A paper of the last century" })).toBeVisible();
	await expectAccessible(page);
});

test("axe finds nothing in any state, and nothing is wider than a phone", async ({ page, site }, info) => {
	test.slow();
	const address = await openForm(page, site, "looker");
	await page.setViewportSize({ width: 390, height: 844 });
	const look = async (name: string) => {
		expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(390);
		await expectAccessible(page, name);
		await page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
	};
	await look("form");
	await lookUp(page, "nonsense");
	await problem(page, "names no paper").waitFor();
	await look("problem");
	await lookUp(page, "2412.14093");
	await page.getByRole("heading", { name: "It is here already" }).waitFor();
	await look("known");
	await lookUp(page, LONG.id);
	await page.getByText("and 644 others").waitFor();
	await look("preview");
	await page.getByRole("button", { name: "List it today" }).click();
	await page.getByRole("heading", { name: "It is on today's list" }).waitFor();
	await look("listed");
	await setUser(site, address, { role: "curator" });
	await page.goto(`/curate/papers/${LONG.id}`);
	await look("curate");
	await page.goto("/curate");
	await look("acts");
	await page.goto(`/papers/${LONG.id}`);
	await page.getByRole("link", { name: "Curate" }).waitFor();
	await look("paper");
});
