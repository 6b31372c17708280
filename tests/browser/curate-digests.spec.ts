import type { APIRequestContext, Page } from "@playwright/test";
import { query } from "../db/query";
import { expectAccessible } from "./axe";
import { signInCurator } from "./curate-scene";
import { expect, test } from "./fixtures";
import type { Outbox } from "./outbox";
import type { ServerInfo } from "./server/start-server";
import { freshAddress, subscribe } from "./steps";

const DIGEST = "Fine-Tuning Flow Matching";

async function runDigest(request: APIRequestContext, server: ServerInfo): Promise<void> {
	const headers = { authorization: `Bearer ${server.cronSecret}` };
	expect((await request.post("/api/cron/digest", { headers })).status()).toBe(200);
}

/** Makes a mail one of which nobody knows whether it arrived. */
async function lose(server: ServerInfo, address: string): Promise<void> {
	await query(
		server.databaseUrl,
		`UPDATE deliveries d SET state = 'unknown', provider_id = NULL, reason = 'no answer came'
		FROM subscribers s WHERE s.id = d.subscriber_id AND s.email = $1`,
		[address],
	);
}

type Scene = { page: Page; outbox: Outbox; server: ServerInfo; request: APIRequestContext };

/** Opens the page about mail for a curator, once a reader was sent a digest of which nobody knows whether it arrived. */
async function openInDoubt({ page, outbox, server, request }: Scene, reader: string): Promise<void> {
	await page.goto("/");
	await subscribe(page, outbox, reader);
	await runDigest(request, server);
	await lose(server, reader);
	await signInCurator(page, outbox, server.databaseUrl);
	await page.goto("/curate/digests");
}

// The server is shared: whatever failed here, mail goes on for the next test.
test.afterEach(({ server }) => query(server.databaseUrl, "DELETE FROM digest_stops"));

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? "with a script" : "without a script", () => {
		test.use({ javaScriptEnabled });

		test("a curator sees that the mail adds up, stops it, lets it go on, and gets a test", async ({
			page,
			browser,
			outbox,
			server,
			request,
		}) => {
			test.slow();
			const reader = await (await browser.newContext({ javaScriptEnabled, baseURL: server.url })).newPage();
			const [first, second] = [freshAddress("first"), freshAddress("second")];
			await reader.goto("/");
			await subscribe(reader, outbox, first);
			await runDigest(request, server);
			const curator = await signInCurator(page, outbox, server.databaseUrl);
			await page.goto("/curate");
			await page.getByRole("link", { name: "Mail" }).click();
			await expect(page.getByText(/[\d,]+ planned = [1-9][\d,]* submitted \+ /).first()).toBeVisible();
			await expect(page.getByText("does not add up")).toHaveCount(0);
			expect((await page.request.get("/curate/digests")).headers()["cache-control"]).toMatch(/private.*no-store/);

			await page.getByRole("button", { name: "Stop the digests now" }).click();
			await expect(page.getByText("Stopped. A batch that is under way may still go out")).toBeVisible();
			await reader.goto("/");
			await subscribe(reader, outbox, second);
			await runDigest(request, server);
			expect(await outbox.find({ to: second, subject: DIGEST })).toEqual([]);
			await page.goto("/curate/digests");
			await expect(page.getByText("no digest goes out. 1 mail waits.")).toBeVisible();
			await expect(
				page.getByText("The run was paused because a curator has stopped the digests.").first(),
			).toBeVisible();
			await page.getByRole("button", { name: "Go on" }).click();
			await expect(page.getByText("The digests go on with the next run")).toBeVisible();
			await runDigest(request, server);
			await outbox.waitFor({ to: second, subject: DIGEST });

			await page.getByRole("button", { name: "Send a test to myself" }).click();
			await expect(page.getByText("Sent: look into your inbox.")).toBeVisible();
			await outbox.waitFor({ to: curator.address, subject: /^Test: Fine-Tuning/ });

			await page.goto("/curate");
			for (const act of ["stopped the digests", "let the digests go on", "had a test of the digest sent to themselves"])
				await expect(page.getByText(`You ${act}`).first()).toBeVisible();
		});

		test("a curator looks a subscriber up, has a lost mail sent again, and ends the subscription", async ({
			page,
			outbox,
			server,
			request,
		}) => {
			test.slow();
			const reader = freshAddress("reader");
			await openInDoubt({ page, outbox, server, request }, reader);
			await expect(page.getByRole("heading", { name: "In doubt" })).toBeVisible();
			await page.getByLabel("Address of a subscriber").fill("nobody@example.org");
			await page.getByRole("button", { name: "Look up" }).click();
			await expect(page.getByText("Nobody with this address has ever subscribed here.")).toBeVisible();
			await page.getByLabel("Address of a subscriber").fill(reader);
			await page.getByRole("button", { name: "Look up" }).click();
			await expect(page.getByText("r…@example.org subscribes.")).toBeVisible();
			expect(page.url()).not.toContain("example.org");
			await expect(page.getByText("unknown: it may have arrived or not")).toBeVisible();

			await page.getByText(/^Send it again/).click();
			await page.getByRole("button", { name: "Yes, send it again" }).click();
			await expect(page.getByText("It goes out with the next run")).toBeVisible();
			await runDigest(request, server);
			await expect.poll(async () => (await outbox.find({ to: reader, subject: DIGEST })).length).toBe(2);
			await page.reload();
			await expect(page.getByText("sent again on")).toBeVisible();

			await page.getByText("End this subscription").click();
			await page.getByRole("button", { name: "Yes, end it" }).click();
			await expect(page.getByText("has left, and gets nothing more.")).toBeVisible();
		});

		test("a curator checks a file of subscribers and imports it", async ({ page, outbox, server }) => {
			const [ada, grace] = [freshAddress("ada"), freshAddress("grace")];
			const lines = [
				"email,consent_at,source",
				`${ada},2026-05-04,"A form, ours"`,
				`${grace},,A form`,
				`${ada},2026-05-04,A form`,
			];
			await signInCurator(page, outbox, server.databaseUrl);
			await page.goto("/curate/digests/import");
			await page.getByLabel("Or its lines, pasted").fill("email,source");
			await page.getByRole("button", { name: "Import" }).click();
			await expect(page.getByText("Line 1: The first line must name the columns")).toBeVisible();
			const file = { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\r\n")) };
			await page.getByLabel("A CSV file, in UTF-8").setInputFiles(file);
			await page.getByRole("button", { name: "Check only" }).click();
			await expect(page.getByText("3 lines = 1 that would be imported + 2 left out")).toBeVisible();
			await page.getByText("Each line left out").click();
			await expect(page.getByText("Line 3: it does not say when they agreed")).toBeVisible();
			await page.getByRole("link", { name: "Import", exact: true }).click();
			await page.getByLabel("A CSV file, in UTF-8").setInputFiles(file);
			await page.getByRole("button", { name: "Import" }).click();
			await expect(page.getByText("3 lines = 1 imported + 2 left out")).toBeVisible();
			await page.goto("/curate");
			await expect(page.getByText("You imported 1 subscriber").first()).toBeVisible();
			// Nobody is to be mailed by the tests that follow.
			await query(server.databaseUrl, "DELETE FROM subscribers WHERE email = $1", [ada]);
		});
	});
}

test("axe finds nothing about mail, and nothing is wider than a phone", async ({ page, outbox, server, request }) => {
	test.slow();
	const reader = freshAddress(`${"averylongaddress".repeat(3)}-`);
	await openInDoubt({ page, outbox, server, request }, reader);
	await page.getByLabel("Address of a subscriber").fill(reader);
	await page.getByRole("button", { name: "Look up" }).click();
	await expect(page.getByText("subscribes.")).toBeVisible();
	const subscriber = new URL(page.url()).pathname;
	await page.goto("/curate/digests/import");
	await page.getByLabel("Or its lines, pasted").fill("email,consent_at,source\nno address,,");
	await page.getByRole("button", { name: "Check only" }).click();
	await expect(page.getByText("1 line = 0 that would be imported + 1 left out")).toBeVisible();
	const report = new URL(page.url()).pathname;
	for (const path of ["/curate/digests", subscriber, "/curate/digests/import?problem=no-csv&line=2", report]) {
		await page.setViewportSize({ width: 1280, height: 900 });
		await page.goto(path);
		await page.locator("main details").evaluateAll((all) => {
			for (const details of all) details.setAttribute("open", "");
		});
		await expectAccessible(page, path);
		await page.setViewportSize({ width: 360, height: 740 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
	}
});
