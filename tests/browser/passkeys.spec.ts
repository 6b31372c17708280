import type { CDPSession, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { openOutbox } from "./outbox";
import { startServer, type TestServer } from "./server/start-server";
import { freshAddress, signIn } from "./steps";

let server: TestServer;
test.beforeAll(async () => {
	server = await startServer({}, "localhost");
});
test.afterAll(() => server.stop());

/** Gives the page's browser a device that keeps passkeys and unlocks by itself. */
async function addDevice(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
	const cdp = await page.context().newCDPSession(page);
	await cdp.send("WebAuthn.enable");
	const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
		options: {
			protocol: "ctap2",
			transport: "internal",
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	});
	return { cdp, authenticatorId };
}

async function addPasskey(page: Page, name: string): Promise<void> {
	await page.goto(`${server.url}/settings`);
	await page.getByLabel("Name of a new passkey").fill(name);
	await page.getByRole("button", { name: "Add a passkey" }).click();
	await expect(page.getByText(name, { exact: true })).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
	await page.goto(`${server.url}/settings`);
	await page.getByRole("button", { name: "Sign out", exact: true }).click();
	await page.waitForURL((url) => url.pathname === "/");
}

const withPasskey = (page: Page) => page.getByRole("button", { name: "Sign in with a passkey" });

test("a passkey signs in without an address, until it is deleted", async ({ page }) => {
	const reader = freshAddress("passkey");
	const { cdp, authenticatorId } = await addDevice(page);
	await page.goto(`${server.url}/sign-in`);
	await signIn(page, openOutbox(server.outboxDir), reader);
	await addPasskey(page, "My laptop");
	await expect(page.getByText(/^Added .* never used/)).toBeVisible();
	await signOut(page);

	await page.goto(`${server.url}/sign-in?next=/papers/trending`);
	await withPasskey(page).click();
	await page.waitForURL((url) => url.pathname === "/papers/trending");
	expect((await page.context().cookies()).map(({ name }) => name).sort()).toEqual([
		"broadsheet.session_token",
		"signed_in",
	]);
	await page.goto(`${server.url}/settings`);
	await expect(page.getByText(reader)).toBeVisible();
	await expect(page.getByText(/^Added .* last used /)).toBeVisible();

	// The same device is not added twice.
	await page.getByLabel("Name of a new passkey").fill("Once more");
	await page.getByRole("button", { name: "Add a passkey" }).click();
	await expect(page.getByText("has a passkey for your account already")).toBeVisible();

	await page.getByRole("button", { name: "Delete the passkey My laptop" }).click();
	await expect(page.getByText("My laptop", { exact: true })).toBeHidden();
	await signOut(page);
	await page.goto(`${server.url}/sign-in`);
	await withPasskey(page).click();
	await expect(page.getByText("This passkey does not work here")).toBeVisible();
	expect((await cdp.send("WebAuthn.getCredentials", { authenticatorId })).credentials).toHaveLength(1);
});

test("what a browser sent once to sign in is refused the second time", async ({ page, request }) => {
	await addDevice(page);
	await page.goto(`${server.url}/sign-in`);
	await signIn(page, openOutbox(server.outboxDir), freshAddress("replayed"));
	await addPasskey(page, "Phone");
	await signOut(page);
	await page.goto(`${server.url}/sign-in`);
	const sent = page.waitForRequest((seen) => (seen.postData() ?? "").includes("authenticatorData"));
	await withPasskey(page).click();
	const first = await sent;
	await page.waitForURL((url) => url.pathname === "/");
	const again = await request.post(first.url(), {
		headers: { ...(await first.allHeaders()), cookie: "" },
		data: first.postDataBuffer() ?? "",
	});
	expect(again.headers()["set-cookie"]).toBeUndefined();
	expect(await again.text()).toContain("This passkey does not work here");
	const foreign = await request.post(first.url(), {
		headers: { ...(await first.allHeaders()), cookie: "", origin: "https://evil.example" },
		data: first.postDataBuffer() ?? "",
	});
	expect(foreign.status()).toBe(403);
});

test.describe("without JavaScript", () => {
	test.use({ javaScriptEnabled: false });
	test("the sign-in page offers what works", async ({ page }) => {
		await page.goto(`${server.url}/sign-in`);
		await expect(page.getByRole("button", { name: "Send me a link" })).toBeVisible();
		await expect(withPasskey(page)).toBeHidden();
	});
});
