import { expect, test } from "./fixtures";
import { freshAddress, signIn, subscribe } from "./steps";

test.use({ javaScriptEnabled: false });

test("reading, subscribing, signing in and voting work without JavaScript", async ({ page, outbox }) => {
	const reader = freshAddress("plain");
	await page.goto("/");
	await expect(page.getByRole("article")).toHaveCount(49);

	await subscribe(page, outbox, reader);

	await page.goto("/");
	await page.getByRole("button", { name: /^Upvote, .*Where to find Grokking/ }).click();
	await signIn(page, outbox, reader);
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

	// A page that is the same for everybody can't show the vote: pressing again leads to where it can be seen.
	await page.goto("/papers/2412.14093");
	await page.getByRole("button", { name: /^Upvote, / }).click();
	await expect(page.getByRole("heading", { name: "Your upvote is saved" })).toBeVisible();
	await expect(page.getByText(/yours among them/)).toBeVisible();
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(page.getByRole("heading", { name: "You have not upvoted this" })).toBeVisible();
});

test("what was typed is kept when it was wrong", async ({ page }) => {
	await page.goto("/sign-in");
	const field = page.getByLabel("Email address");
	// The browser's own check would stop it before us.
	await field.evaluate((input) => input.closest("form")?.setAttribute("novalidate", ""));
	await field.fill("reader@nowhere");
	await page.getByRole("button", { name: "Send me a link" }).click();
	await expect(page.getByRole("alert").filter({ hasText: "not an email address" })).toBeVisible();
	await expect(page.getByLabel("Email address")).toHaveValue("reader@nowhere");
});
