import { expectAccessible } from "./axe";
import { expect, test } from "./fixtures";
import { freshAddress, keysListen, pressUntilKept, signIn } from "./steps";

const TITLE = "Train Short, Inference Long: Training-free Horizon Extension for Autoregressive Video Generation";
const AUTHOR = "/authors/evan-hubinger";

test.describe("with JavaScript", () => {
	test("a paper is saved by a press or the key s, and stands in the library with its lists", async ({
		page,
		outbox,
	}) => {
		await page.goto("/sign-in");
		await signIn(page, outbox, freshAddress("saver"));
		await page.goto("/");
		await pressUntilKept(page.getByRole("button", { name: `Save: ${TITLE}` }));
		const saved = page.getByRole("button", { name: `Saved: ${TITLE}` });
		await expect(saved).toHaveAttribute("aria-pressed", "true");
		await page.reload();
		await expect(saved).toBeVisible();

		await keysListen(page);
		await page.keyboard.press("j");
		const answer = page.waitForResponse("**/api/saves");
		await page.keyboard.press("s");
		expect((await answer).status()).toBe(200);

		await page.getByRole("banner").getByRole("link", { name: "Library" }).click();
		await expect(page.getByRole("heading", { level: 1, name: "Library" })).toBeVisible();
		await expect(page.getByRole("article")).toHaveCount(2);
		await expect(page.getByText("2 papers. Nobody but you")).toBeVisible();

		await page.getByLabel("New list").fill("Video");
		await page.getByRole("button", { name: "Make" }).click();
		await expect(page.getByText("“Video” is there.")).toBeVisible();
		await page.getByLabel(`Choose: ${TITLE}`).check();
		await page.getByRole("button", { name: "Put on list" }).click();
		await expect(page.getByText("1 paper added.")).toBeVisible();
		await page.getByRole("link", { name: "Video", exact: true }).click();
		await expect(page.getByRole("heading", { level: 1, name: "Video" })).toBeVisible();
		await expect(page.getByRole("article")).toHaveCount(1);
		const download = page.waitForEvent("download");
		await page.getByRole("link", { name: "BibTeX" }).click();
		expect((await download).suggestedFilename()).toBe("broadsheet-library.bib");

		await page.getByText("Rename or delete").click();
		await page.getByLabel("Name", { exact: true }).fill("Moving pictures");
		await page.getByRole("button", { name: "Rename" }).click();
		await expect(page.getByRole("heading", { level: 1, name: "Moving pictures" })).toBeVisible();
		await page.getByRole("button", { name: "Delete this list" }).click();
		await expect(page).toHaveURL(/\/library$/);
		await expect(page.getByRole("article")).toHaveCount(2);
	});

	test("who is not signed in is led to sign in, and back to the paper", async ({ page, outbox }) => {
		await page.goto("/papers/2412.14093");
		await page.getByRole("button", { name: /^Save: / }).click();
		await page.waitForURL(/\/sign-in\?/);
		await signIn(page, outbox, freshAddress("later"));
		await expect(page).toHaveURL(/\/papers\/2412\.14093/);
		await page.getByRole("button", { name: /^Save: / }).click();
		await expect(page.getByRole("button", { name: /^Saved: / })).toBeVisible();
	});

	test("a save that can't reach the server goes back and says so", async ({ page, outbox, context }) => {
		await page.goto("/sign-in");
		await signIn(page, outbox, freshAddress("offline-saver"));
		await page.goto("/papers/2412.14093");
		await keysListen(page);
		await context.setOffline(true);
		const button = page.getByRole("button", { name: /^Saved?: / });
		await button.click();
		await expect(page.getByRole("alert").filter({ hasText: /offline/ })).toBeVisible();
		await expect(button).toHaveAttribute("aria-pressed", "false");
		await context.setOffline(false);
	});

	test("an author is followed, and their papers show with why", async ({ page, outbox }) => {
		await page.goto("/sign-in");
		await signIn(page, outbox, freshAddress("follower"));
		await page.goto(AUTHOR);
		await pressUntilKept(page.getByRole("button", { name: "Follow Evan Hubinger" }));
		await expect(page.getByRole("button", { name: "Following Evan Hubinger" })).toHaveAttribute("aria-pressed", "true");
		await page.reload();
		await expect(page.getByRole("button", { name: "Following Evan Hubinger" })).toBeVisible();
		await page.getByRole("banner").getByRole("link", { name: "Following" }).click();
		await expect(page.getByRole("article").first()).toContainText("by Evan Hubinger");
		await page.getByRole("button", { name: "Unfollow Evan Hubinger" }).click();
		await expect(page.getByText("You follow nobody and nothing yet.")).toBeVisible();
	});

	test("a search is followed, and its papers show with why", async ({ page, outbox }) => {
		await page.goto("/sign-in");
		await signIn(page, outbox, freshAddress("searcher"));
		await page.goto("/search?q=grokking");
		await pressUntilKept(page.getByRole("button", { name: "Follow the search grokking" }));
		await expect(page.getByRole("button", { name: "Following the search grokking" })).toBeVisible();
		await page.goto("/following");
		await expect(page.getByRole("article").first()).toContainText("search: grokking");
	});

	test("papers that were seen are left out of lists once that is chosen, and shown at a press", async ({
		page,
		outbox,
	}) => {
		await page.goto("/sign-in");
		await signIn(page, outbox, freshAddress("seer"));
		await page.goto("/library/settings");
		await page.getByLabel("Keep it, and leave what I have seen out of lists").check();
		await page.getByRole("button", { name: "Save", exact: true }).click();
		await expect(page.getByText("Saved.")).toBeVisible();
		const kept = page.waitForResponse("**/api/seen");
		await page.goto("/papers/2412.14093");
		expect((await kept).status()).toBe(204);

		await page.goto("/papers/date/2026-06-08");
		const paper = page.locator("[id='paper-2412.14093']");
		await expect(page.getByText("1 seen hidden")).toBeVisible();
		await expect(paper).toBeHidden();
		await page.getByRole("button", { name: "Show", exact: true }).click();
		await expect(paper).toBeVisible();

		await page.goto("/library/settings");
		await page.getByLabel("Don't keep what I have seen").check();
		await page.getByLabel(/forget the 1 paper kept so far/).check();
		await page.getByRole("button", { name: "Save", exact: true }).click();
		await expect(page.getByText("Off: from now on nothing is kept.")).toBeVisible();
		await expect(page.getByRole("button", { name: /^Forget everything/ })).toHaveCount(0);
	});

	test("the private feed has an address that is shown once, and can be made void", async ({
		page,
		outbox,
		request,
	}) => {
		await page.goto("/sign-in");
		await signIn(page, outbox, freshAddress("feeder"));
		await page.goto("/library/settings");
		await page.getByRole("button", { name: "Make an address" }).click();
		const address = (await page.locator("#feed-address").textContent()) ?? "";
		const path = new URL(address).pathname;
		const feed = await request.get(path);
		expect([feed.status(), feed.headers()["cache-control"]]).toEqual([200, "private, no-store"]);
		expect(feed.headers()["referrer-policy"]).toBe("no-referrer");
		await page.reload();
		await expect(page.locator("#feed-address")).toHaveCount(0);
		await page.getByRole("button", { name: "Make the address void" }).click();
		await expect(page.getByRole("button", { name: "Make an address" })).toBeVisible();
		expect((await request.get(path)).status()).toBe(404);
	});

	test("axe finds nothing on the viewer's own pages, and nothing is wider than a phone", async ({ page, outbox }) => {
		test.slow();
		await page.goto("/sign-in");
		await signIn(page, outbox, freshAddress("axe"));
		await page.goto(AUTHOR);
		await pressUntilKept(page.getByRole("button", { name: "Follow Evan Hubinger" }));
		await page.goto("/");
		await pressUntilKept(page.getByRole("button", { name: `Save: ${TITLE}` }));
		await expect(page.getByRole("button", { name: `Saved: ${TITLE}` })).toBeVisible();
		await page.setViewportSize({ width: 360, height: 740 });
		const own = ["/library", "/library/settings", "/library/papers/2412.14093", "/following", AUTHOR, "/"];
		for (const address of own) {
			await page.goto(address);
			expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(360);
			await expectAccessible(page, address);
		}
	});
});

test.describe("without JavaScript", () => {
	test.use({ javaScriptEnabled: false });

	test("saving, lists, the feed and following work by forms", async ({ page, outbox }) => {
		await page.goto("/papers/2412.14093");
		await page.getByRole("button", { name: /^Save: / }).click();
		await signIn(page, outbox, freshAddress("plain-saver"));
		await expect(page.getByRole("heading", { name: "Not in your library" })).toBeVisible();
		await page.getByRole("button", { name: "Save", exact: true }).click();
		await expect(page.getByRole("heading", { name: "Saved to your library" })).toBeVisible();
		await page.getByLabel("New list").fill("Alignment");
		await page.getByRole("button", { name: "Make" }).click();
		await page.getByRole("button", { name: "Put on Alignment" }).click();
		await expect(page.getByRole("button", { name: "Take off Alignment" })).toBeVisible();

		await page.goto("/settings");
		await page.getByRole("link", { name: "Library", exact: true }).click();
		await page.getByRole("link", { name: "Alignment", exact: true }).click();
		await expect(page.getByRole("article")).toHaveCount(1);
		await page.getByRole("checkbox", { name: /^Choose: / }).check();
		await page.getByRole("button", { name: "Take off this list" }).click();
		await expect(page.getByText("Nothing stands on this list yet.")).toBeVisible();

		await page.goto("/library/settings");
		await page.getByRole("button", { name: "Make an address" }).click();
		await expect(page.locator("#feed-address")).toContainText("/library/feed/");

		await page.goto(AUTHOR);
		await page.getByRole("button", { name: "Follow Evan Hubinger" }).click();
		await expect(page.getByRole("heading", { name: "You follow Evan Hubinger" })).toBeVisible();
		await page.getByRole("link", { name: "What you follow" }).click();
		await expect(page.getByRole("article").first()).toContainText("by Evan Hubinger");
	});
});
