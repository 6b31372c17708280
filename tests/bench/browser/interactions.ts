import type { Locator, Page } from "@playwright/test";

/** As slow as Lighthouse takes a phone's processor to be. */
const SLOWDOWN = 4;

/** Has the page's processor be as slow as a phone's from now on. */
export async function slowDown(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
}

/**
 * Clicks, and measures until the next paint after all that the click set off (https://web.dev/articles/inp).
 *
 * @returns milliseconds, in steps of eight as browsers tell them; 16 stands for anything less
 */
export async function paintAfter(page: Page, target: Locator): Promise<number> {
	await page.evaluate(() => {
		const seen: number[] = [];
		Object.assign(window, { interactions: seen });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) if (entry.name === "click") seen.push(entry.duration);
		}).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
	});
	await target.click();
	// Two frames later the paint has been; an interaction below the threshold is never told.
	await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
	await page.waitForTimeout(300);
	const seen = await page.evaluate(() => (window as unknown as { interactions: number[] }).interactions);
	return Math.max(16, ...seen);
}

/** Clicks on a link, and measures until the page that it leads to paints something. @returns milliseconds */
export async function paintOfNext(page: Page, link: Locator): Promise<number> {
	await link.evaluate((element) =>
		element.addEventListener("click", () =>
			sessionStorage.setItem("clickedAt", String(performance.timeOrigin + performance.now())),
		),
	);
	const from = page.url();
	await link.click();
	await page.waitForURL((url) => url.href !== from);
	return page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				new PerformanceObserver((list) => {
					const paint = list.getEntriesByName("first-contentful-paint")[0];
					if (paint) resolve(performance.timeOrigin + paint.startTime - Number(sessionStorage.getItem("clickedAt")));
				}).observe({ type: "paint", buffered: true });
			}),
	);
}
