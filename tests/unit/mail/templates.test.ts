import { createElement } from "react";
import { expect, test } from "vitest";
import { AddressTakenMail } from "@/emails/address-taken";
import { AlreadySubscribedMail } from "@/emails/already-subscribed";
import { ConfirmNewAddressMail } from "@/emails/confirm-new-address";
import { ConfirmOldAddressMail } from "@/emails/confirm-old-address";
import { ConfirmSubscriptionMail } from "@/emails/confirm-subscription";
import { DigestMail, type DigestMailProps } from "@/emails/digest";
import { digestText } from "@/emails/digest-text";
import { SignInMail } from "@/emails/sign-in";
import { renderMail } from "@/lib/mail/render";

const siteUrl = "https://papers.example.org/";
const link = `${siteUrl}sign-in/confirm?token=${"t".repeat(200)}`;

const listPapers = (count: number, first: number) =>
	Array.from({ length: count }, (_, index) => ({
		rank: index + 1,
		title: `A <b>title</b> of ${"many ".repeat(40)}words`,
		summary: "s".repeat(140),
		by: "A Laboratory of an Institute of a University of some Town",
		upvotes: 10_000 + index,
		why: `Found by your search “${"state space models ".repeat(4)}”`,
		code: `an-organisation-with-a-name/and-a-repository-${index}`,
		link: `${siteUrl}papers/2606.0${first + index}`,
		upvoteLink: `${siteUrl}votes/2606.0${first + index}`,
	}));

/** As full as a mail can be, and as long as what is in it gets. */
const digest: DigestMailProps = {
	kind: "daily",
	date: "Monday, June 8, 2026",
	language: "en-US",
	isTop: false,
	papers: listPapers(25, 1000),
	matches: listPapers(10, 2000).map(({ rank: _, ...paper }) => paper),
	risen: listPapers(3, 3000).map(({ title, link }) => ({ title, link, gain: "+41 upvotes since yesterday's mail" })),
	schedule: "Mondays to Fridays at 08:00 in America/Argentina/ComodRivadavia",
	viewUrl: `${siteUrl}digests/mine?token=${"v".repeat(250)}`,
	choicesUrl: `${siteUrl}subscribe/choices?token=${"c".repeat(250)}`,
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

test("word that one subscribes already has the way to the choices, and the way out", async () => {
	const { html, text } = await renderMail(createElement(AlreadySubscribedMail, { ...digest }));
	for (const page of [digest.unsubscribeUrl, digest.choicesUrl]) {
		expect(html).toContain(page);
		expect(text).toContain(page);
	}
});

test("a digest is small enough not to be clipped, and shows titles as text", async () => {
	const { html } = await renderMail(createElement(DigestMail, digest));
	expect(Buffer.byteLength(html)).toBeLessThan(90_000);
	expect(html).not.toContain("<b>title</b>");
	for (const part of [html, digestText(digest)]) {
		for (const { link, upvoteLink, code } of [...digest.papers, ...digest.matches]) {
			for (const address of [link, upvoteLink, `https://github.com/${code}`]) expect(part).toContain(address);
		}
		for (const { link } of digest.risen) expect(part).toContain(link);
		expect(part).toContain("+41 upvotes since yesterday");
		expect(part).toContain("Found by your search");
		for (const page of [digest.unsubscribeUrl, digest.choicesUrl, digest.viewUrl, digest.schedule]) {
			expect(part).toContain(page);
		}
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
