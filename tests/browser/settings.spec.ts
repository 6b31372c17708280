import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { query } from "../db/query";
import { expectAccessible } from "./axe";
import { expect, test } from "./fixtures";
import { freshAddress, linkIn, signIn } from "./steps";

const PRIVATE_PAGES = ["/settings", "/settings/delete"];

/** A handle that no other test uses. */
const freshHandle = () => `h-${crypto.randomUUID().slice(0, 8)}`;

const saveButton = (page: Page) =>
	page.locator("form", { has: page.getByLabel("Handle") }).getByRole("button", { name: "Save" });

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
		test.use({ javaScriptEnabled });

		test("handle, address, data and account are their owner's to change, take along and delete", async ({
			page,
			outbox,
		}) => {
			const [before, after, handle] = [freshAddress("old"), freshAddress("new"), freshHandle()];
			await page.goto("/settings");
			await signIn(page, outbox, before);
			await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();

			await page.getByLabel("Handle").fill("admin");
			await saveButton(page).click();
			await expect(page.getByText("kept for the site itself")).toBeVisible();
			await page.getByLabel("Handle").fill(`@${handle.toUpperCase()}`);
			await page.getByLabel("Name, if you like").fill("Ada Lovelace");
			await saveButton(page).click();
			await expect(page.getByText("Saved.")).toBeVisible();
			await expect(page.getByLabel("Handle")).toHaveValue(handle);
			await expect(page.getByText(`Ada Lovelace @${handle}`)).toBeVisible();

			await page.getByLabel("New address").fill(after);
			await page.getByRole("button", { name: "Change address" }).click();
			await expect(page.getByText("The old address has not confirmed yet")).toBeVisible();
			await expect(page.getByText("Mails are on their way to both")).toBeVisible();
			for (const [address, answer] of [
				[before, /has confirmed as well/],
				[after, /has moved to the new address/],
			] as const) {
				const mail = await outbox.waitFor({ to: address, subject: /address/ });
				await page.goto(linkIn(mail.text, "/settings/address"));
				await page.getByRole("button", { name: "Confirm" }).click();
				await expect(page.getByText(answer)).toBeVisible();
			}
			await page.goto("/settings");
			await expect(page.getByText(after)).toBeVisible();

			const download = page.waitForEvent("download");
			await page.getByRole("link", { name: "Download everything we hold about you" }).click();
			const exported = JSON.parse(await readFile(await (await download).path(), "utf8"));
			expect(exported.account).toMatchObject({ handle, name: "Ada Lovelace", email: after });

			await page.goto("/settings/delete");
			await page.getByLabel(/to be sure/).fill("somebody else");
			await page.getByRole("button", { name: "Delete my account" }).click();
			await expect(page.getByText("Nothing was deleted")).toBeVisible();
			await page.getByLabel(/to be sure/).fill(`@${handle}`);
			await page.getByRole("button", { name: "Delete my account" }).click();
			await expect(page.getByRole("heading", { level: 1, name: "It is gone" })).toBeVisible();
			await page.goto("/settings");
			await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
		});

		test("a session elsewhere is listed by its browser's name, and ended from here", async ({
			page,
			outbox,
			browser,
			server,
		}) => {
			const address = freshAddress("sessions");
			const context = await browser.newContext({
				baseURL: server.url,
				userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
			});
			const elsewhere = await context.newPage();
			await elsewhere.goto("/settings");
			await signIn(elsewhere, outbox, address);
			await query(server.databaseUrl, "DELETE FROM cooldowns");
			await page.goto("/settings");
			await signIn(page, outbox, address);
			const sessions = page.locator("section", { hasText: "Where you are signed in" }).getByRole("listitem");
			await expect(sessions).toHaveText([/Chrome.*This one/, /Firefox on Linux/]);

			await sessions.nth(1).getByRole("button", { name: "Sign out" }).click();
			await expect(sessions).toHaveCount(1);
			await elsewhere.goto("/settings");
			await expect(elsewhere.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();

			await page.getByRole("button", { name: "Sign out everywhere" }).click();
			await page.waitForURL("/");
			await page.goto("/settings");
			await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
			await context.close();
		});
	});
}

test("axe finds nothing on the settings, and nothing is wider than a phone", async ({ page, outbox }) => {
	test.slow();
	await page.goto("/settings");
	await signIn(page, outbox, freshAddress("axe"));
	await page.getByLabel("Handle").fill(freshHandle());
	await saveButton(page).click();
	await expect(page.getByText("Saved.")).toBeVisible();
	for (const address of [...PRIVATE_PAGES, "/settings/gone", "/settings/address?token=x"]) {
		await page.setViewportSize({ width: 390, height: 844 });
		const answer = await page.goto(address);
		if (PRIVATE_PAGES.includes(address)) expect(answer?.headers()["cache-control"]).toMatch(/no-store/);
		expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(390);
		await expectAccessible(page, address);
	}
});
