import { expectAccessible } from "./axe";
import { expect, test } from "./fixtures";

const PAGES = [
	"/",
	"/papers/date/2026-06-07",
	"/papers/date/2026-06-08/rising",
	"/papers/week/2026-W24",
	"/papers/month/2026-06",
	"/papers/trending",
	"/authors",
	"/authors/evan-hubinger",
	"/orgs",
	"/topics",
	"/about/ranking",
	"/papers/2412.14093",
	"/sign-in",
	"/sign-in/confirm?token=x",
	"/subscribe/confirm?token=x",
	"/unsubscribe?token=x",
	"/outbox",
	"/nowhere",
];

for (const address of PAGES) {
	test(`axe finds nothing on ${address}, light or dark`, async ({ page }) => {
		await page.goto(address);
		await expectAccessible(page);
	});
}

test("nothing is wider than a phone's screen, and no page asks another host for anything", async ({ page, server }) => {
	const foreign: string[] = [];
	page.on("request", (request) => {
		if (!request.url().startsWith(server.url) && !request.url().startsWith("data:")) foreign.push(request.url());
	});
	await page.setViewportSize({ width: 360, height: 740 });
	for (const address of PAGES) {
		await page.goto(address);
		expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(360);
	}
	expect(foreign).toEqual([]);
});
