import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Expects that axe finds nothing wrong with a page.
 *
 * @param what is looked at, for the message
 * @param narrow leaves out what is no matter of this page
 */
export async function expectAccessible(
	page: Page,
	what = page.url(),
	narrow: (axe: AxeBuilder) => AxeBuilder = (axe) => axe,
): Promise<void> {
	// On the way from one page to the next the title comes a moment after the rest.
	await expect(page, what).toHaveTitle(/./);
	const { violations } = await narrow(new AxeBuilder({ page })).analyze();
	const faults = violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
	expect(faults, what).toEqual([]);
}
