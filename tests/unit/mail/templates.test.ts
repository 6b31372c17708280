import { createElement } from "react";
import { expect, test } from "vitest";
import { AddressTakenMail } from "@/emails/address-taken";
import { AlreadySubscribedMail } from "@/emails/already-subscribed";
import { ConfirmNewAddressMail } from "@/emails/confirm-new-address";
import { ConfirmOldAddressMail } from "@/emails/confirm-old-address";
import { ConfirmSubscriptionMail } from "@/emails/confirm-subscription";
import { DigestMail } from "@/emails/digest";
import { digestText } from "@/emails/digest-text";
import { SignInMail } from "@/emails/sign-in";
import { renderMail } from "@/lib/mail/render";

const siteUrl = "https://papers.example.org/";
const link = `${siteUrl}sign-in/confirm?token=${"t".repeat(200)}`;

const digest = {
	date: "Monday, June 8, 2026",
	papers: Array.from({ length: 10 }, (_, index) => ({
		rank: index + 1,
		title: `A <b>title</b> of ${"many ".repeat(40)}words`,
		summary: "s".repeat(170),
		by: index % 2 ? null : "4 authors",
		upvotes: index,
		link: `${siteUrl}papers/2606.0000${index}`,
		upvoteLink: `${siteUrl}votes/2606.0000${index}`,
	})),
	editionUrl: `${siteUrl}papers/date/2026-06-08`,
	unsubscribeUrl: `${siteUrl}unsubscribe?token=abc`,
	siteUrl,
	isSample: false,
};

test.each([
	["sign-in", createElement(SignInMail, { link, expiresInMinutes: 15, siteUrl })],
	["confirmation", createElement(ConfirmSubscriptionMail, { link, expiresInHours: 48, siteUrl })],
	[
		"old address's",
		createElement(ConfirmOldAddressMail, { link, expiresInHours: 24, siteUrl, newEmail: "new@example.org" }),
	],
	["new address's", createElement(ConfirmNewAddressMail, { link, expiresInHours: 24, siteUrl })],
	["taken address's", createElement(AddressTakenMail, { link, siteUrl })],
])("the %s mail has its link whole in both parts", async (_name, element) => {
	const { html, text } = await renderMail(element);
	expect(html.split(`href="${link}"`)).toHaveLength(3);
	expect(text.split("\n")).toContain(link);
	expect(text).not.toMatch(/<[a-z]/);
	expect(html).toContain("prefers-color-scheme: dark");
});

test("the sign-in mail names the paper that will be upvoted, as text", async () => {
	const upvotedTitle = "Attention <script>alert(1)</script> & more";
	const { html, text } = await renderMail(
		createElement(SignInMail, { link, expiresInMinutes: 15, siteUrl, upvotedTitle }),
	);
	expect(html).not.toContain("<script>");
	expect(html).toContain("Sign in and upvote");
	expect(text.replaceAll("\n", " ")).toContain(upvotedTitle);
});

test("word that one subscribes already has the way out", async () => {
	const { html, text } = await renderMail(
		createElement(AlreadySubscribedMail, { unsubscribeUrl: digest.unsubscribeUrl, siteUrl }),
	);
	expect(html).toContain(digest.unsubscribeUrl);
	expect(text).toContain(digest.unsubscribeUrl);
});

test("a digest is small enough not to be clipped, and shows titles as text", async () => {
	const { html } = await renderMail(createElement(DigestMail, digest));
	expect(Buffer.byteLength(html)).toBeLessThan(90_000);
	expect(html).not.toContain("<b>title</b>");
	for (const part of [html, digestText(digest)]) {
		for (const { link, upvoteLink } of digest.papers) {
			expect(part).toContain(link);
			expect(part).toContain(upvoteLink);
		}
		expect(part).toContain(digest.unsubscribeUrl);
		expect(part).not.toContain("made-up upvotes");
	}
});

test("a digest of the sample edition says that it is one", async () => {
	const sample = { ...digest, isSample: true };
	expect((await renderMail(createElement(DigestMail, sample))).html).toContain("sample data, made-up upvotes");
	expect(digestText(sample).replaceAll("\n", " ")).toContain("sample data, made-up upvotes");
});

test("the plain text of a digest fits a narrow window", () => {
	const words = digestText(digest)
		.split("\n")
		.filter((line) => !line.includes("https://") && line.includes(" "));
	for (const line of words.filter((line) => !/s{100}/.test(line))) expect(line.length).toBeLessThanOrEqual(76);
});
