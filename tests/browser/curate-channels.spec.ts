import { query } from "../db/query";
import { FakeChats } from "../fakes/chats";
import { expectAccessible } from "./axe";
import { signInCurator } from "./curate-scene";
import { expect, test } from "./fixtures";

const chats = new FakeChats();
let origin = "";

test.beforeAll(async () => {
	origin = await chats.start();
});

test.afterAll(() => chats.stop());

// The server is shared: the tests that follow post nowhere.
test.afterEach(({ server }) => query(server.databaseUrl, "DELETE FROM channels"));

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? "with a script" : "without a script", () => {
		test.use({ javaScriptEnabled });

		test("a curator adds a channel, tests it, sees what it got, and removes it", async ({
			page,
			outbox,
			server,
			request,
		}) => {
			await signInCurator(page, outbox, server.databaseUrl);
			await page.goto("/curate/digests");
			await page.getByRole("link", { name: "Slack, Discord and other channels" }).click();
			await page.getByLabel("Name").fill("Our robot");
			await page.getByLabel("Kind").selectOption("Slack");
			await page.getByLabel("Address of the webhook").fill(`${origin}/hook`);
			await page.getByRole("button", { name: "Add the channel" }).click();
			await expect(page.getByText("This is no address of an incoming webhook of Slack's")).toBeVisible();
			await expect(page.getByLabel("Name")).toHaveValue("Our robot");
			await page.getByLabel("Kind").selectOption("Webhook");
			await page.getByRole("button", { name: "Add the channel" }).click();
			await expect(page.getByText("Added. Press")).toBeVisible();
			chats.secret = (await page.locator("code", { hasText: "whsec_" }).textContent()) ?? "";

			await page.getByRole("button", { name: "Send a test now to Our robot" }).click();
			await expect(page.getByText("The test has arrived at “Our robot”.")).toBeVisible();
			const headers = { authorization: `Bearer ${server.cronSecret}` };
			// The worker may have been there before.
			expect((await request.post("/api/cron/digest", { headers })).status()).toBe(200);
			await page.goto("/curate/channels");
			await expect(page.getByText(/: posted; /)).toBeVisible();
			expect(chats.taken.at(-1)?.body).toMatchObject({
				type: "digest.daily",
				data: { date: "2026-06-08", sample: true },
			});

			await page.getByText("Remove Our robot").click();
			await page.getByRole("button", { name: "Yes, remove it" }).click();
			await expect(page.getByText("Removed.")).toBeVisible();
			await expect(page.getByText("There are none yet.")).toBeVisible();
		});
	});
}

test("axe finds nothing about channels, and nothing is wider than a phone", async ({ page, outbox, server }) => {
	await query(
		server.databaseUrl,
		`INSERT INTO channels (name, kind, digest, papers, url, paused_at, paused_for)
		VALUES ($1, 'slack', 'weekly', 5, 'https://hooks.slack.com/services/T/B/x', now(), 'answered 404 no_service')`,
		["Averylongname".repeat(4)],
	);
	await signInCurator(page, outbox, server.databaseUrl);
	await page.goto("/curate/channels");
	await page.locator("main details").evaluateAll((all) => {
		for (const details of all) details.setAttribute("open", "");
	});
	await expectAccessible(page);
	await page.setViewportSize({ width: 360, height: 740 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
