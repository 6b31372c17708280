import { oauthSettings, startFakeOAuth } from "../fakes/oauth";
import { expectAccessible } from "./axe";
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
	test.describe(javaScriptEnabled ? "with a script" : "without a script", () => {
		test.use({ javaScriptEnabled });
		const [first, last] = javaScriptEnabled ? ["Junichiro", "Niimi"] : ["Eslam", "Abdelaleem"];
		const slug = `${first}-${last}`.toLowerCase();

		test("by ORCID an author is known at once, can give it up, and a namesake waits", async ({ page, browser }) => {
			const outbox = openOutbox(server.outboxDir);
			fake.comes({ orcid: { orcid: "0000-0002-1825-0097", name: `${last}, ${first}` } });
			await page.goto(`${server.url}/claims/${slug}`);
			await signIn(page, outbox, freshAddress("author"));
			await page.getByRole("button", { name: "Show my ORCID iD" }).click();
			await expect(page.getByText("The name is this author's.")).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(page);
			await page.getByRole("button", { name: "I am this author" }).click();
			await expect(page.getByText("You are known here as this author now.")).toBeVisible();
			await expect(page.getByRole("link", { name: "ORCID iD 0000-0002-1825-0097" })).toBeVisible();

			const reader = await (await browser.newContext({ javaScriptEnabled })).newPage();
			await reader.goto(`${server.url}/authors/${slug}`);
			await expect(reader.getByText("Known here")).toBeVisible();

			fake.comes({ orcid: { orcid: "0000-0002-1694-233X", name: `${first} ${last}` } });
			await reader.goto(`${server.url}/claims/${slug}`);
			await signIn(reader, outbox, freshAddress("namesake"));
			await reader.getByRole("button", { name: "Show my ORCID iD" }).click();
			await reader.getByRole("button", { name: "I am this author" }).click();
			await expect(reader.getByText("Thank you. A curator will look at it.")).toBeVisible();

			await page.getByRole("button", { name: "I am not this author" }).click();
			await expect(page.getByText("Withdrawn.")).toBeVisible();
			await reader.goto(`${server.url}/authors/${slug}`);
			await expect(reader.getByText("Known here")).toHaveCount(0);
		});
	});
}
