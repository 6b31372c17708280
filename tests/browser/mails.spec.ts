import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expectAccessibleAsShown } from "./axe";
import { expect, test } from "./fixtures";

const APPROVED = path.join(import.meta.dirname, "..", "approved", "mails");

const WINDOWS = [
	["light", 600],
	["dark", 360],
] as const;

/** The HTML of a message that our mailer has made: its last part, in quoted-printable (RFC 2045, 6.7). */
function readHtml(file: string): string {
	const message = readFileSync(path.join(APPROVED, file), "utf8");
	const [, encoded = ""] = /Content-Type: text\/html.*?\n\n(.*)\n--/s.exec(message) ?? [];
	const byte = (_: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16));
	return Buffer.from(encoded.replaceAll("=\n", "").replace(/=([0-9A-F]{2})/g, byte), "latin1").toString("utf8");
}

for (const file of readdirSync(APPROVED)) {
	const { name } = path.parse(file);
	// Leaves pictures in test-results, for who changes how mails look.
	test(`the mail "${name}" can be read by everybody, light and wide, dark and narrow`, async ({ page }, info) => {
		const asked: string[] = [];
		page.on("request", (request) => asked.push(request.url()));
		for (const [colorScheme, width] of WINDOWS) {
			await page.emulateMedia({ colorScheme });
			await page.setViewportSize({ width, height: 800 });
			await page.setContent(readHtml(file));
			await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
			// A mail is a part of a page of the mail program, which has the landmarks.
			await expectAccessibleAsShown(page, undefined, (axe) => axe.disableRules(["region", "landmark-one-main"]));
			await page.screenshot({ path: info.outputPath(`${name}-${colorScheme}-${width}.png`), fullPage: true });
		}
		expect(asked).toEqual([]);
	});
}
