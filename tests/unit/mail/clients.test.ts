import { caniemail } from "caniemail";
import { beforeAll, describe, expect, test } from "vitest";
import type { Message } from "@/lib/mail/types";
import { writeSamples } from "./samples";

let samples: Map<string, Message>;

beforeAll(async () => {
	samples = await writeSamples();
});

/**
 * What one of the mail programs does not know, by its name at caniemail.com, and why a mail is whole without it. Windows' Outlook
 * lays out with Word's engine; the mobile webmail of Gmail drops style sheets.
 */
const DISPENSABLE = {
	"<body> element": "a table inside has its background, its colour and its type",
	"<style> element": "it holds but dark colours and a narrow screen's sizes",
	"@media": "asks for dark colours and a narrow screen; without, the page is light, and as wide as its window",
	"color-scheme meta tag": "says that dark colours are there; without, the mail program may make its own",
	"border-radius": "corners stay square",
	"word-break": "a long address may make a window scroll sideways",
	"role attribute": "tables are read aloud as such, in a mail program that was withdrawn",
	"target attribute": "a button's link opens where the mail program likes",
	// Of the line that inboxes show after the subject: `display: none` hides it, or one of these.
	"display:none": "as below",
	"max-height property": "as above",
	opacity: "as above",
	overflow: "as above",
};

describe("in the mail programs that most have", () => {
	test("nothing is missing but what a mail is whole without", () => {
		const missing = [...samples].flatMap(([name, { html }]) => {
			const { issues } = caniemail({ clients: ["outlook.*", "gmail.*", "apple-mail.*"], html });
			return [...issues.errors].flatMap(([client, found]) => found.map(({ title }) => ({ name, client, title })));
		});
		expect(missing.filter(({ title }) => !(title in DISPENSABLE))).toEqual([]);
		// What is no more used comes off the list.
		expect(new Set(missing.map(({ title }) => title))).toEqual(new Set(Object.keys(DISPENSABLE)));
	});

	test("padding is of table cells, as Word's engine knows it nowhere else", () => {
		for (const { html } of samples.values()) {
			for (const [, tag, style = ""] of html.matchAll(/<([a-z0-9]+)[^>]*? style="([^"]*)"/g)) {
				// A button has spaces instead, for that engine alone.
				const isPadded = /(^|;)padding:(?!0(;|$))/.test(style) && !style.includes("mso-padding-alt");
				if (isPadded) expect([tag, style]).toEqual(["td", style]);
			}
		}
	});

	test("tables are for layout, and say so", () => {
		for (const { html } of samples.values()) {
			const tables = html.match(/<table[^>]*>/g) ?? [];
			expect(tables.length).toBeGreaterThan(0);
			for (const table of tables) expect(table).toContain('role="presentation"');
			expect(html).not.toMatch(/display:\s*(flex|grid)|float:|position:/);
		}
	});
});

test("nothing in a mail is loaded from elsewhere, and no link tells that it was opened", () => {
	const here = ["https://papers.example.org/", "https://github.com/"];
	for (const [name, { html, text }] of samples) {
		expect(html, name).not.toMatch(/<(img|picture|video|audio|iframe|object|embed|link|script|form|base)\b/i);
		expect(html, name).not.toMatch(/background=|srcset=|url\(|@import|@font-face/i);
		for (const [, address = ""] of html.matchAll(/href="([^"]*)"/g)) {
			expect(here.some((start) => address.startsWith(start))).toBe(true);
		}
		for (const [address] of text.matchAll(/https?:\S+/g)) {
			expect(here.some((start) => address.startsWith(start))).toBe(true);
		}
	}
});

test("no mail is clipped", () => {
	for (const [name, { html }] of samples) expect(Buffer.byteLength(html), name).toBeLessThan(90_000);
});

test("every address in a mail's HTML is in its plain text", () => {
	for (const [name, { html, text }] of samples) {
		const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, address = ""]) => address.replaceAll("&amp;", "&"));
		const others = addresses.filter((address) => address !== "https://papers.example.org/");
		for (const address of others) expect(text.split(/\s/), name).toContain(address);
	}
});
