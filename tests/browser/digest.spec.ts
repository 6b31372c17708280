import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { expect, test } from "./fixtures";
import { freshAddress, linkIn, signIn, subscribe } from "./steps";

type Fixtures = Parameters<Parameters<typeof test>[2]>[0];

/** Subscribes, has the first mail come, and opens its link to the choices. */
async function openChoices({
	page,
	outbox,
	server,
	request,
}: Pick<Fixtures, "page" | "outbox" | "server" | "request">) {
	const reader = freshAddress("chooser");
	await page.goto("/");
	await subscribe(page, outbox, reader);
	const headers = { authorization: `Bearer ${server.cronSecret}` };
	expect((await request.post("/api/cron/digest", { headers })).status()).toBe(200);
	const mail = await outbox.waitFor({ to: reader, subject: "Fine-Tuning Flow Matching" });
	await page.goto(linkIn(mail.text, "/subscribe/choices"));
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your digest");
	return { reader, mail };
}

/** Fails where axe finds something on the open page, light or dark, or a phone has to scroll sideways. */
async function expectFitForAll(page: Page) {
	// No script runs in the preview's frame, axe's neither: tests/browser/mails.spec.ts looks at mails.
	await expectAccessible(page, page.url(), (axe) => axe.exclude("iframe"));
	const before = page.viewportSize();
	await page.setViewportSize({ width: 390, height: 800 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	if (before) await page.setViewportSize(before);
}

test("by the keyboard alone one chooses, and reads the mail that it brings on a page of its own", async ({
	page,
	outbox,
	server,
	request,
}) => {
	const reader = freshAddress("keys");
	await page.goto("/");
	await subscribe(page, outbox, reader);
	await page.goto("/sign-in");
	await signIn(page, outbox, reader);
	await page.goto("/settings");
	await page.getByRole("link", { name: "Choose when and what you get" }).focus();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your digest");
	await expectFitForAll(page);
	await expect(page.getByLabel("Day of the weekly mail")).toBeHidden();
	await page.getByLabel("How often").press("End");
	await expect(page.getByLabel("Day of the weekly mail")).toBeVisible();
	await page.getByLabel("How often").press("Home");
	await page.getByLabel("Hour").press("Home");
	await page.getByLabel("Time zone").press("Home");
	await page.getByLabel("Only papers with one of these").fill("no paper has these words");
	await expect(page.getByText("no mail would come of it")).toBeVisible();
	await expect(page.getByTitle("Preview of the mail")).toBeHidden();
	await page.getByLabel("Only papers with one of these").fill("");
	await page.getByLabel(/How many papers/).fill("5");
	await page.getByLabel(/How many papers/).press("Enter");
	await expect(page.getByText("Saved.")).toBeFocused();
	await expectFitForAll(page);

	const headers = { authorization: `Bearer ${server.cronSecret}` };
	expect((await request.post("/api/cron/digest", { headers })).status()).toBe(200);
	const mail = await outbox.waitFor({ to: reader, subject: "and 4 more papers" });
	await page.goto(linkIn(mail.text, "/digests/mine"));
	await expect(page.getByRole("heading", { level: 3 })).toHaveCount(5);
	await expectFitForAll(page);

	await page.goto(linkIn(mail.text, "/subscribe/choices"));
	await page.getByLabel(/Pause until/).fill(`${new Date().getUTCFullYear() + 1}-07-01`);
	await page.getByLabel(/Pause until/).press("Enter");
	await expect(page.getByText("Saved.")).toBeVisible();
	await page.reload();
	await expect(page.getByText(/It is paused, and comes again: Every day .* next on .*July 1/)).toBeVisible();
});

test("a link that is cut or over says so, and what to do", async ({ page }) => {
	for (const [address, words] of [
		["/subscribe/choices?token=x", "older than 90 days"],
		["/digests/mine?token=x", "older than a year"],
		["/subscribe/choices", "older than 90 days"],
	] as const) {
		await page.goto(address);
		await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link does not work");
		await expect(page.getByText(words)).toBeVisible();
		await expectFitForAll(page);
	}
});

test.describe("with the browser's time zone", () => {
	test.use({ timezoneId: "Asia/Tokyo" });

	test("the preview follows the choices, which are kept and show in the settings", async ({
		page,
		outbox,
		server,
		request,
	}) => {
		const { reader, mail } = await openChoices({ page, outbox, server, request });
		await expect(page.getByText("Every day at 08:00 in Asia/Tokyo")).toBeVisible();
		const papers = page.frameLocator("iframe").getByRole("heading", { level: 3 });
		await expect(papers).toHaveCount(10);
		await page.getByLabel(/How many papers/).fill("6");
		await expect(papers).toHaveCount(6);
		await page.getByLabel(/How many papers/).fill("60");
		await expect(page.getByText("Choose 5 to 25 papers.")).toBeVisible();
		await page.getByLabel(/How many papers/).fill("5");
		await page.getByLabel("How often").selectOption("Once a week");
		await page.getByLabel("Hour").selectOption("17:00");
		await page.getByRole("button", { name: "Save" }).click();
		await expect(page.getByText("Saved.")).toBeVisible();
		await expect(page.getByLabel("Hour")).toHaveValue("17");
		await page.reload();
		await expect(page.getByText("Mondays at 17:00 in Asia/Tokyo")).toBeVisible();
		await expect(page.getByLabel(/How many papers/)).toHaveValue("5");

		await page.goto(linkIn(mail.text, "/digests/daily/2026-06-08"));
		await expect(page.getByRole("heading", { level: 1 })).toHaveText("Monday, June 8, 2026");

		await page.goto("/sign-in");
		await signIn(page, outbox, reader);
		await page.goto("/settings");
		await expect(page.getByText("Mondays at 17:00 in Asia/Tokyo")).toBeVisible();
		await page.getByRole("link", { name: "Choose when and what you get" }).click();
		await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your digest");
	});
});

test.describe("without JavaScript", () => {
	test.use({ javaScriptEnabled: false });

	test("choices are kept, and what was refused stays as it was typed", async ({ page, outbox, server, request }) => {
		await openChoices({ page, outbox, server, request });
		await expect(page.getByText("Every day at 06:00 in UTC")).toBeVisible();
		await page.getByLabel("Time zone").selectOption("Europe/Berlin");
		await page.getByLabel("Only papers with one of these").fill("x".repeat(101));
		await page.getByRole("button", { name: "Save" }).click();
		await expect(page.getByText("Each line can have 100 characters.")).toBeVisible();
		await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Berlin");
		await page.getByLabel("Only papers with one of these").fill("author: Evan Hubinger");
		await page.getByRole("button", { name: "Save" }).click();
		await expect(page.getByText("Saved.")).toBeVisible();
		await expect(page.getByText("Every day at 06:00 in Europe/Berlin")).toBeVisible();
		await expect(page.frameLocator("iframe").getByRole("heading", { level: 3 })).toHaveCount(1);
	});
});
