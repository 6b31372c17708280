import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Colours are all that differs in the dark. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** Leaves out what is no matter of a page. */
type Narrow = (axe: AxeBuilder) => AxeBuilder;

/**
 * Expects that axe finds nothing wrong with a page, light or dark. It is light before and after.
 *
 * @param what is looked at, for the message
 */
export async function expectAccessible(page: Page, what = page.url(), narrow: Narrow = (axe) => axe): Promise<void> {
	await expectAccessibleAsShown(page, what, narrow);
	await page.emulateMedia({ colorScheme: "dark" });
	await expectAccessibleAsShown(page, `${what}, dark`, (axe) => narrow(axe).withRules(COLOUR_RULES));
	await page.emulateMedia({ colorScheme: "light" });
}

/** Expects that axe finds nothing wrong with a page as it is shown. */
export async function expectAccessibleAsShown(page: Page, what = page.url(), narrow: Narrow = (axe) => axe) {
	// On the way from one page to the next the title comes a moment after the rest.
	await expect(page, what).toHaveTitle(/./);
	const { violations } = await narrow(new AxeBuilder({ page })).analyze();
	const faults = violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
	expect(faults, what).toEqual([]);
}
