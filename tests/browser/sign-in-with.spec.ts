import { gitHubPerson, huggingFacePerson, oauthSettings, startFakeOAuth } from "../fakes/oauth";
import { expect, test } from "./fixtures";
import { openOutbox } from "./outbox";
import { startServer, type TestServer } from "./server/start-server";
import { freshAddress, signIn } from "./steps";

let fake: Awaited<ReturnType<typeof startFakeOAuth>>;
let server: TestServer;
test.beforeAll(async () => {
	fake = await startFakeOAuth();
	server = await startServer(oauthSettings(fake.url));
});
test.afterAll(async () => {
	await server.stop();
	await fake.close();
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? "with JavaScript" : "without", () => {
		test.use({ javaScriptEnabled });

		test("signing in with GitHub leads back to where one was", async ({ page }) => {
			const address = freshAddress("github");
			fake.comes(gitHubPerson(javaScriptEnabled ? 1 : 2, address));
			await page.goto(`${server.url}/sign-in?next=/papers/trending`);
			await page.getByRole("button", { name: "Continue with GitHub" }).click();
			await page.waitForURL(`${server.url}/papers/trending`);
			await page.goto(`${server.url}/settings`);
			await expect(page.getByText(address)).toBeVisible();
		});
	});
}

test("an address that has an account is sent to its mail, and connects in the settings", async ({ page }) => {
	const address = freshAddress("connects");
	await page.goto(`${server.url}/sign-in`);
	await signIn(page, openOutbox(server.outboxDir), address);
	await page.goto(`${server.url}/settings`);
	await page.getByRole("button", { name: "Sign out", exact: true }).click();
	await page.waitForURL((url) => url.pathname === "/");

	fake.comes(huggingFacePerson("hf-connects", address));
	await page.goto(`${server.url}/sign-in`);
	await page.getByRole("button", { name: "Continue with Hugging Face" }).click();
	await expect(page.getByText("An account with this address exists.")).toBeVisible();

	await page.context().clearCookies();
	await signIn(page, openOutbox(server.outboxDir), freshAddress("other"));
	await page.goto(`${server.url}/settings`);
	await page.getByRole("button", { name: "Connect Hugging Face" }).click();
	await expect(page.getByRole("button", { name: "Disconnect Hugging Face" })).toBeVisible();
	await page.getByRole("button", { name: "Disconnect Hugging Face" }).click();
	await expect(page.getByRole("button", { name: "Connect Hugging Face" })).toBeVisible();
});

test("a site without services offers none", async ({ page }) => {
	await page.goto("/sign-in");
	await expect(page.getByRole("button", { name: "Send me a link" })).toBeVisible();
	await expect(page.getByRole("button", { name: /Continue with/ })).toHaveCount(0);
});
