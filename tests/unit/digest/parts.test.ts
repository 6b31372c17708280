import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { subjectOf } from "@/lib/digest/compose";
import { isMailable, isTooOld } from "@/lib/digest/editions";
import { batchPayload, TOKEN_PLACEHOLDER, toMessages } from "@/lib/digest/payload";
import { isDigestDue } from "@/lib/digest/schedule";
import { shorten } from "@/lib/digest/shorten";
import { findFault, toSubject } from "@/lib/mail/headers";
import { parseUtcDate, type UtcDate } from "@/lib/time";

const at = (text: string) => new Date(text);

function day(text: string): UtcDate {
	const date = parseUtcDate(text);
	if (!date) throw new Error(`${text} is no day`);
	return date;
}

test.each([
	["2026-06-08", "2026-06-08T23:59:59Z", false, "still open"],
	["2026-06-08", "2026-06-09T00:00:00Z", true, "just closed"],
	["2026-06-05", "2026-06-08T06:00:00Z", true, "three days old: Friday's on Monday"],
	["2026-06-05", "2026-06-09T06:00:00Z", false, "four days old"],
	["2026-06-10", "2026-06-09T06:00:00Z", false, "yet to come"],
])("an edition of %s may be mailed at %s: %s (%s)", (date, now, expected) => {
	expect(isMailable({ date: day(date), isSample: false }, at(now))).toBe(expected);
});

test("the sample edition may be mailed however old, but not while open", () => {
	const sample = { date: day("2026-06-08"), isSample: true };
	expect(isMailable(sample, at("2026-11-23T06:00:00Z"))).toBe(true);
	expect(isMailable(sample, at("2026-06-08T06:00:00Z"))).toBe(false);
});

test("an edition yet to come is not too old", () => {
	expect(isTooOld({ date: day("2026-06-10"), isSample: false }, at("2026-06-01T00:00:00Z"))).toBe(false);
});

test.each([
	["2026-06-09T05:59:00Z", undefined, false],
	["2026-06-09T06:00:00Z", undefined, true],
	["2026-06-09T06:00:00Z", "2026-06-08T06:00:00Z", true],
	["2026-06-09T07:00:00Z", "2026-06-09T06:00:00Z", false],
	["2026-06-09T23:59:00Z", "2026-06-08T06:00:00Z", true],
	["2026-06-10T00:01:00Z", "2026-06-09T23:59:00Z", false],
	// The hour was moved back after the run.
	["2026-06-09T06:00:00Z", "2026-06-09T04:00:00Z", true],
] as const)("at %s, last done %s, due at 6: %s", (now, last, expected) => {
	expect(isDigestDue(at(now), 6, last && at(last))).toBe(expected);
});

describe("the subject", () => {
	test.each([
		[["One"], "One"],
		[["One", "Two"], "One and 1 more paper"],
		[Array(10).fill("One"), "One and 9 more papers"],
		[["Two\r\nlines", "x"], "Two lines and 1 more paper"],
	])("of %j is %j", (titles, subject) => {
		expect(subjectOf(titles.map((title) => ({ title })))).toBe(subject);
	});

	test("of any titles is one that may go out", () => {
		fc.assert(
			fc.property(
				fc.array(fc.string({ unit: "binary", maxLength: 400 }), { minLength: 1, maxLength: 10 }),
				(titles) => {
					const subject = subjectOf(titles.map((title) => ({ title })));
					expect(toSubject(subject)).toBe(subject);
					if (titles.length > 1) expect(subject).toMatch(/ and \d more papers?$/);
				},
			),
		);
	});
});

test("a shortened text is no longer than asked for and ends between words", () => {
	expect(shorten("one two three", 13)).toBe("one two three");
	expect(shorten("one two, three", 13)).toBe("one two…");
	fc.assert(
		fc.property(fc.string({ unit: "grapheme", maxLength: 500 }), fc.integer({ min: 5, max: 200 }), (text, max) => {
			expect([...shorten(text, max)].length).toBeLessThanOrEqual(max);
		}),
	);
});

test("a stored payload gives the same bytes as the one that was stored", () => {
	const payload = {
		from: "Broadsheet <d@example.org>",
		subject: "S",
		html: `<a href="https://x/unsubscribe?token=${TOKEN_PLACEHOLDER}">`,
		text: `https://x/unsubscribe?token=${TOKEN_PLACEHOLDER}`,
		oneClickUrl: `https://x/api/unsubscribe?token=${TOKEN_PLACEHOLDER}`,
		recipients: [
			{ email: "a@example.org", token: "aa" },
			{ email: "b@example.org", token: "bb" },
		],
	};
	// JSONB keeps no order of keys.
	const stored = Object.fromEntries(Object.entries(structuredClone(payload)).reverse());
	const messages = toMessages(batchPayload.parse(stored));
	expect(JSON.stringify(messages)).toBe(JSON.stringify(toMessages(payload)));
	expect(messages.map(findFault)).toEqual([undefined, undefined]);
	expect(messages[1]).toMatchObject({
		to: "b@example.org",
		headers: {
			"List-Unsubscribe": "<https://x/api/unsubscribe?token=bb>",
			"List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
		},
	});
	expect(JSON.stringify(messages)).not.toContain(TOKEN_PLACEHOLDER);
});
