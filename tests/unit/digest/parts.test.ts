import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sayGain } from "@/lib/digest/dates";
import { isMailable, isTooOld } from "@/lib/digest/editions";
import {
	batchPayload,
	CHOICES_PLACEHOLDER,
	onlyTo,
	SCHEDULE_PLACEHOLDER,
	TOKEN_PLACEHOLDER,
	toMessages,
} from "@/lib/digest/payload";
import { isDigestDue } from "@/lib/digest/schedule";
import { shorten } from "@/lib/digest/shorten";
import { subjectOf } from "@/lib/digest/subject";
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
	["daily", "2026-06-08", "2026-06-07", "yesterday's mail"],
	["daily", "2026-06-08", "2026-06-05", "the last mail"],
	["weekly", "2026-06-08", "2026-06-01", "last week's mail"],
	["weekly", "2026-06-08", "2026-05-25", "an earlier week's mail"],
] as const)("of a %s mail of %s, papers of %s's have gained since %s", (kind, date, since, words) => {
	const gain = sayGain({ gained: 41, since: day(since) }, { kind, date: day(date) });
	expect(gain).toBe(`+41 upvotes since ${words}`);
});

test.each([
	["2026-06-09T05:59:00Z", undefined, true],
	["2026-06-09T06:00:00Z", "2026-06-09T05:59:59Z", true],
	["2026-06-09T06:14:59Z", "2026-06-09T06:00:00Z", false],
	["2026-06-09T06:15:00Z", "2026-06-09T06:14:00Z", true],
	["2026-06-09T06:00:00Z", "2026-06-09T06:30:00Z", false],
] as const)("at %s, planned last at %s, there may be mail to plan: %s", (now, last, expected) => {
	expect(isDigestDue(at(now), last && at(last))).toBe(expected);
});

describe("the subject", () => {
	test.each([
		[["One"], "One"],
		[["One", "Two"], "One and 1 more paper"],
		[Array(10).fill("One"), "One and 9 more papers"],
		[[], "No new papers for you"],
		[["Two\r\nlines", "x"], "Two lines and 1 more paper"],
	])("of %j is %j", (titles, subject) => {
		const papers = titles.map((title) => ({ title }));
		expect(subjectOf("daily", papers)).toBe(subject);
	});

	test("of a week's mail says so", () => {
		expect(subjectOf("weekly", [{ title: "One" }, { title: "Two" }])).toBe("This week: One and 1 more paper");
		expect(subjectOf("weekly", [])).toBe("No new papers for you this week");
	});

	test("of any titles is one that may go out", () => {
		fc.assert(
			fc.property(
				fc.constantFrom("daily" as const, "weekly" as const),
				fc.array(fc.string({ unit: "binary", maxLength: 400 }), { minLength: 1, maxLength: 10 }),
				(kind, titles) => {
					const papers = titles.map((title) => ({ title }));
					const subject = subjectOf(kind, papers);
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

const place = (token: string) => `https://x/unsubscribe?token=${token}`;
const mailOf = (subject: string) => ({
	subject,
	html: `<a href="${place(TOKEN_PLACEHOLDER)}">${SCHEDULE_PLACEHOLDER}</a>`,
	text: `${place(TOKEN_PLACEHOLDER)} ${CHOICES_PLACEHOLDER}`,
});
const ownOf = (letter: string) => ({
	[TOKEN_PLACEHOLDER]: letter,
	[CHOICES_PLACEHOLDER]: `choices-${letter}`,
	[SCHEDULE_PLACEHOLDER]: "Every day at 06:00 in UTC",
});
const frozen = {
	from: "Broadsheet <d@example.org>",
	oneClickUrl: `https://x/api/unsubscribe?token=${TOKEN_PLACEHOLDER}`,
};

/** As JSONB gives it back, which keeps no order of keys. */
const stored = (payload: object) => Object.fromEntries(Object.entries(structuredClone(payload)).reverse());

test("a stored payload gives the same bytes as the one that was stored", () => {
	const payload = {
		...frozen,
		mails: [mailOf("One"), mailOf("Other")],
		recipients: [
			{ email: "a@example.org", mail: 0, own: ownOf("aa") },
			{ email: "b@example.org", mail: 1, own: Object.fromEntries(Object.entries(ownOf("bb")).reverse()) },
		],
	};
	const messages = toMessages(batchPayload.parse(stored(payload)));
	expect(JSON.stringify(messages)).toBe(JSON.stringify(toMessages(payload)));
	expect(messages.map(findFault)).toEqual([undefined, undefined]);
	expect(messages[1]).toEqual({
		from: frozen.from,
		to: "b@example.org",
		subject: "Other",
		html: `<a href="${place("bb")}">Every day at 06:00 in UTC</a>`,
		text: `${place("bb")} choices-bb`,
		headers: {
			"List-Unsubscribe": "<https://x/api/unsubscribe?token=bb>",
			"List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
		},
	});
});

test("a batch that was frozen before mails differed goes out with the bytes it had", () => {
	const former = { ...frozen, ...mailOf("One"), recipients: [{ email: "a@example.org", token: "aa" }] };
	expect(toMessages(batchPayload.parse(stored(former)))).toEqual([
		{
			from: frozen.from,
			to: "a@example.org",
			subject: "One",
			html: `<a href="${place("aa")}">${SCHEDULE_PLACEHOLDER}</a>`,
			text: `${place("aa")} ${CHOICES_PLACEHOLDER}`,
			headers: {
				"List-Unsubscribe": "<https://x/api/unsubscribe?token=aa>",
				"List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
			},
		},
	]);
});

test("a batch of some recipients holds their mails alone, with the bytes that they had", () => {
	const payload = {
		...frozen,
		mails: ["One", "Other", "Third"].map(mailOf),
		recipients: [2, 0, 2, 1].map((mail, place) => ({ email: `${place}@example.org`, mail, own: ownOf(`t${place}`) })),
	};
	const half = onlyTo(payload.recipients.slice(1, 3), payload);
	expect(half.mails.map(({ subject }) => subject)).toEqual(["One", "Third"]);
	expect(toMessages(half)).toEqual(toMessages(payload).slice(1, 3));
});
