import { expect, test } from "./fixtures";
import { openOutbox } from "./outbox";
import { freshAddress, signIn } from "./steps";

test("without its database the app keeps showing what it has, says what failed, and comes back by itself", async ({
	page,
	privateServer: server,
	request,
}) => {
	await page.goto(`${server.url}/sign-in`);
	await page.getByLabel("Email address").waitFor();
	await signIn(page, openOutbox(server.outboxDir), freshAddress("patient"));
	await page.goto(`${server.url}/papers/date/2026-06-08`);
	const button = page.getByRole("button", { name: /^Upvote.*Alignment faking/ });
	await expect(button).toHaveText("46");

	await server.stopPostgres();
	expect((await request.get(`${server.url}/papers/date/2026-06-08`)).status()).toBe(200);
	expect((await request.get(`${server.url}/api/health`)).status()).toBe(503);
	await button.click();
	await expect(page.getByRole("alert").filter({ hasText: "could not be saved. Try again in a minute." })).toBeVisible();
	await expect(button).toHaveText("46");
	await page.getByLabel("Email address").fill("nobody@example.org");
	await page.getByRole("button", { name: "Subscribe" }).click();
	await expect(page.getByText("could not be saved. Please try again in a minute.")).toBeVisible();
	await expect(page.getByLabel("Email address")).toHaveValue("nobody@example.org");
	const unseen = await request.get(`${server.url}/papers/2210.03350`);
	expect(unseen.status()).toBe(500);
	expect(unseen.headers()["cache-control"]).toContain("no-store");

	await server.startPostgres();
	await expect(async () => {
		await button.click();
		await expect(button).toHaveText("47", { timeout: 3_000 });
	}).toPass();
	expect((await request.get(`${server.url}/papers/2210.03350`)).status()).toBe(200);
	expect((await request.get(`${server.url}/api/health`)).status()).toBe(200);
});
