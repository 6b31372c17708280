import { expect, test } from "./fixtures";
import { freshAddress, signIn } from "./steps";

const TITLE = "Train Short, Inference Long: Training-free Horizon Extension for Autoregressive Video Generation";

test("a vote shows at once, survives double clicks and a second tab, and can be undone", async ({
	page,
	outbox,
	context,
}) => {
	await page.goto("/sign-in");
	await signIn(page, outbox, freshAddress("voter"));
	await page.goto("/");
	const button = page.getByRole("button", { name: TITLE });
	await expect(button).toHaveAttribute("aria-pressed", "false");
	const before = Number(await button.textContent());

	await button.click();
	await expect(button).toHaveText(String(before + 1));
	await button.dblclick();
	await expect(button).toHaveAttribute("aria-pressed", "true");
	await expect(button).toHaveText(String(before + 1));

	const tab = await context.newPage();
	await tab.goto("/");
	const sameButton = tab.getByRole("button", { name: TITLE });
	await expect(sameButton).toHaveText(String(before + 1));
	await sameButton.click();
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
	const button = page.getByRole("button", { name: /Compositionality Gap/ });
	const before = await button.textContent();
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
	await page.getByRole("button", { name: "Sign out" }).click();
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
