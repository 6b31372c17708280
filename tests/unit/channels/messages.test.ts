import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writePost, writeTest } from "@/lib/channels/message";
import { escapeDiscord, escapeSlack, shortenTo } from "@/lib/channels/texts";
import type { Digest } from "@/lib/digest/types";
import { parseUtcDate, type UtcDate } from "@/lib/time";
import { documented } from "@/tests/fakes/chats";

const NOW = new Date("2026-06-09T06:00:00Z");

const anyText = (max: number) =>
	fc.oneof(
		fc.string({ unit: "grapheme", maxLength: max }),
		fc.string({
			unit: fc.constantFrom("&", "<", ">", "*", "_", "@", "[", "]", "\n", "\u202e", "é", "😀"),
			maxLength: max,
		}),
	);

const papers = fc.array(
	fc.record({
		title: anyText(2000).map((text) => text || "Untitled"),
		summary: anyText(2000),
		by: fc.option(anyText(1000)),
		upvotes: fc.nat(),
	}),
	{ minLength: 1, maxLength: 60 },
);

function digestOf(some: { title: string; summary?: string; by?: string | null; upvotes?: number }[]): Digest {
	return {
		id: "00000000-0000-4000-8000-000000000000",
		kind: "daily",
		date: parseUtcDate("2026-06-08") as UtcDate,
		isSample: false,
		risen: [],
		papers: some.map((paper, index) => ({
			id: `2606.${10_000 + index}`,
			summary: "What it says.",
			by: "4 authors",
			upvotes: 7,
			code: null,
			...paper,
		})),
	};
}

describe.each(["slack", "discord"] as const)("a message for %s", (kind) => {
	test("is one that it takes, whatever stands in the papers", () => {
		fc.assert(
			fc.property(papers, fc.integer({ min: 1, max: 25 }), (some, count) => {
				const message = documented[kind].safeParse(JSON.parse(writePost({ kind, papers: count }, digestOf(some), NOW)));
				expect(message.error?.message).toBeUndefined();
			}),
			{ numRuns: 60 },
		);
	});

	test("holds the papers in order, with their links, and says how many more there are", () => {
		const text = writePost(
			{ kind, papers: 2 },
			digestOf([{ title: "First" }, { title: "Second" }, { title: "Third" }]),
			NOW,
		);
		for (const part of [
			"First",
			"Second",
			"/papers/2606.10000",
			"/papers/2606.10001",
			"4 authors · 7 upvotes",
			"1 more",
		])
			expect(text).toContain(part);
		expect(text).not.toContain("Third");
		expect(text.indexOf("First")).toBeLessThan(text.indexOf("Second"));
	});

	test("of a test says what it is", () => {
		expect(writeTest({ kind, name: "reading" }, NOW)).toContain("A test");
	});
});

test("a title can mention nobody, and lead nowhere", () => {
	const hostile = [{ title: "<!channel> <https://evil.example|x> @everyone [a](https://evil.example) <@1>" }];
	const slack = writePost({ kind: "slack", papers: 1 }, digestOf(hostile), NOW);
	expect(slack).not.toMatch(/<!|<https:\/\/evil|<@/);
	const discord = JSON.parse(writePost({ kind: "discord", papers: 1 }, digestOf(hostile), NOW));
	expect(discord.allowed_mentions).toEqual({ parse: [] });
	expect(discord.embeds[0].title).toContain("\\[a\\]\\(https\\:");
});

test("a program gets plain data", () => {
	expect(
		JSON.parse(
			writePost({ kind: "webhook", papers: 1 }, digestOf([{ title: "A <b>", by: null }, { title: "B" }]), NOW),
		),
	).toEqual({
		type: "digest.daily",
		timestamp: "2026-06-09T06:00:00.000Z",
		data: {
			date: "2026-06-08",
			sample: false,
			url: expect.stringMatching(/\/papers\/date\/2026-06-08$/),
			papers: [
				{
					rank: 1,
					id: "2606.10000",
					title: "A <b>",
					summary: "What it says.",
					by: null,
					upvotes: 7,
					url: expect.stringMatching(/\/papers\/2606\.10000$/),
				},
			],
		},
	});
});

test("what is shortened fits once it is escaped, and is cut at no escape", () => {
	fc.assert(
		fc.property(anyText(400), fc.integer({ min: 1, max: 200 }), (text, max) => {
			const [slack, discord] = [shortenTo(text, max, escapeSlack), shortenTo(text, max, escapeDiscord)];
			expect(Math.max(slack.length, discord.length)).toBeLessThanOrEqual(max);
			expect(slack).not.toMatch(/&[a-z]*$/);
			expect(discord).not.toMatch(/(^|[^\\])(\\\\)*\\$/);
		}),
	);
});
