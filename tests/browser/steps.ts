import type { Locator, Page } from "@playwright/test";
import type { OutboxMail } from "../../lib/mail/outbox";
import { expect } from "./fixtures";
import type { Outbox } from "./outbox";

/** Waits until a page that was just loaded listens to keys, and to all else: its scripts come after the first paint. */
export async function keysListen(page: Page): Promise<void> {
	const keyboard = page.getByRole("button", { name: "Keyboard", includeHidden: true });
	await expect(keyboard).toHaveAttribute("aria-keyshortcuts", "?");
}

/** Presses a button that shows its effect at once, and waits until the server knows of it too. */
export async function pressUntilKept(button: Locator): Promise<void> {
	await keysListen(button.page());
	const answer = button.page().waitForResponse((each) => each.request().method() === "POST");
	await button.click();
	expect((await answer).status()).toBe(200);
}

/** The first link of a mail that leads to a path. */
export function linkIn(text: string, path: string): string {
	const found = text.match(/https?:\/\/[^\s"<>]+/g)?.find((link) => new URL(link).pathname === path);
	if (found === undefined) throw new Error(`the mail has no link to ${path}`);
	return found;
}

/** Signs in with an address, from wherever the page is led to when asked to; ends where the sign-in leads. */
export async function signIn(page: Page, outbox: Outbox, email: string): Promise<void> {
	if (new URL(page.url()).pathname !== "/sign-in") await page.goto("/sign-in");
	await page.getByLabel("Email address").fill(email);
	await page.getByRole("button", { name: "Send me a link" }).click();
	await expect(page.getByText("Check your inbox")).toBeVisible();
	const mail = await outbox.waitFor({ to: email });
	await page.goto(linkIn(mail.text, "/sign-in/confirm"));
	await page.getByRole("button", { name: /^Sign in/ }).click();
	await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/**
 * Subscribes with an address on the page's card, and confirms with the link in the mail.
 *
 * @returns that mail
 */
export async function subscribe(page: Page, outbox: Outbox, email: string): Promise<OutboxMail> {
	await page.getByLabel("Email address").fill(email);
	await page.getByRole("button", { name: "Subscribe" }).click();
	await expect(page.getByText("Check your inbox")).toBeVisible();
	const mail = await outbox.waitFor({ to: email, subject: /confirm/i });
	await confirmSubscription(page, mail);
	await expect(page.getByText("You subscribe now")).toBeVisible();
	return mail;
}

/** Opens the link of a confirmation mail and presses the button there. */
export async function confirmSubscription(page: Page, mail: OutboxMail): Promise<void> {
	await page.goto(linkIn(mail.text, "/subscribe/confirm"));
	await page.getByRole("button", { name: /confirm/i }).click();
}

/** An address that no other test uses. */
export function freshAddress(name: string): string {
	return `${name}-${crypto.randomUUID().slice(0, 8)}@example.org`;
}
