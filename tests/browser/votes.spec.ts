import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { freshAddress, keysListen, pressUntilKept, signIn } from "./steps";

const TITLE = "Train Short, Inference Long: Training-free Horizon Extension for Autoregressive Video Generation";

/** A paper's button for upvoting: others beside it name the paper as well. */
const voteButton = (page: Page, title: string) =>
	page.getByRole("button", { name: /^Upvoted?, / }).and(page.getByRole("button", { name: title }));

test("a vote shows at once, survives double clicks and a second tab, and can be undone", async ({
	page,
	outbox,
	context,
}) => {
	await page.goto("/sign-in");
	await signIn(page, outbox, freshAddress("voter"));
	await page.goto("/");
	await keysListen(page);
	const button = voteButton(page, TITLE);
	await expect(button).toHaveAttribute("aria-pressed", "false");
	const before = Number(await button.textContent());

	await button.click();
	await expect(button).toHaveText(String(before + 1));
	await button.dblclick();
	await expect(button).toHaveAttribute("aria-pressed", "true");
	await expect(button).toHaveText(String(before + 1));
	const paper = await button.getAttribute("value");
	const me = async () => (await page.request.get(`/api/me?papers=${paper}`)).json();
	await expect.poll(me).toMatchObject({ upvoted: [paper] });

	const tab = await context.newPage();
	await tab.goto("/");
	const sameButton = voteButton(tab, TITLE);
	await expect(sameButton).toHaveText(String(before + 1));
	await pressUntilKept(sameButton);
	await expect(sameButton).toHaveText(String(before));
	await tab.close();

	await page.reload();
	await expect(button).toHaveAttribute("aria-pressed", "false");
	await expect(button).toHaveText(String(before));
});

test("a vote that can't reach the server goes back and says so", async ({ page, outbox, context }) => {
	await page.goto("/sign-in");
	await signIn(page, outbox, freshAddress("offline"));
	await page.goto("/papers/2210.03350");
	const button = voteButton(page, "Compositionality Gap");
	const before = await button.textContent();
	await keysListen(page);
	await context.setOffline(true);
	await button.click();
	await expect(page.getByRole("alert").filter({ hasText: /try again/i })).toBeVisible();
	await expect(button).toHaveText(before ?? "");
	await expect(button).toHaveAttribute("aria-pressed", "false");
	await context.setOffline(false);
	await button.click();
	await expect(button).toHaveAttribute("aria-pressed", "true");
});

test("signing out leaves nothing of the viewer on the page", async ({ page, outbox }) => {
	await page.goto("/sign-in");
	await signIn(page, outbox, freshAddress("leaving"));
	await page.goto("/settings");
	await page.getByRole("button", { name: "Sign out", exact: true }).click();
	await page.waitForURL((url) => url.pathname !== "/settings");
	const asked: string[] = [];
	page.on("request", (request) => {
		if (request.url().includes("/api/me")) asked.push(request.url());
	});
	await page.goto("/");
	await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
	// The page's script is at work once a vote leads to signing in.
	await page
		.getByRole("button", { name: /^Upvote, / })
		.first()
		.click();
	await page.waitForURL(/\/sign-in\?/);
	expect(asked).toEqual([]);
});

test("a vote that a limit refuses goes back and says why", async ({ page, outbox }) => {
	await page.goto("/sign-in");
	await signIn(page, outbox, freshAddress("hasty"));
	await page.goto("/papers/2210.03350");
	const error = "You vote faster than anybody reads, so this one was not saved. Go on in some seconds.";
	await page.route("/api/votes", (route) => route.fulfill({ status: 429, json: { error } }));
	const button = voteButton(page, "Compositionality Gap");
	await keysListen(page);
	await button.click();
	await expect(page.getByRole("alert").filter({ hasText: error })).toBeVisible();
	await expect(button).toHaveAttribute("aria-pressed", "false");
});

test("a mail's link to upvoting leads to a page with a button, which says what the vote of a new account does", async ({
	page,
	outbox,
}) => {
	await page.goto("/sign-in");
	await signIn(page, outbox, freshAddress("mailed"));
	await page.goto("/votes/2210.03350");
	await expect(page.getByRole("heading", { name: "You have not upvoted this" })).toBeVisible();
	await page.getByRole("button", { name: "Upvote" }).click();
	await expect(page.getByRole("heading", { name: "Your upvote is saved" })).toBeVisible();
	await expect(page.getByText("once your account is a day old")).toBeVisible();
});

test("who is signed out and follows a mail's link to upvoting signs in, and the vote is cast by that", async ({
	page,
	outbox,
}) => {
	await page.goto("/votes/2210.03350");
	await page.waitForURL(/\/sign-in\?.*upvote=2210\.03350/);
	await signIn(page, outbox, freshAddress("by-mail"));
	await expect(voteButton(page, "Compositionality Gap")).toHaveAttribute("aria-pressed", "true");
});
