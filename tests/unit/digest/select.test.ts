import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldFacts, meets, type PaperFacts, parseCriterion } from "@/lib/digest/criteria";
import { formatDays } from "@/lib/digest/dates";
import { isCommon, keyOf, MATCHES_MAX, selectContent } from "@/lib/digest/select";
import type { DigestPaper } from "@/lib/digest/types";
import { parseUtcDate, type UtcDate } from "@/lib/time";

const WORDS = ["retrieval", "speech", "robots"];

const paper = fc.record({
	upvotes: fc.nat(50),
	words: fc.constantFrom(...WORDS),
	sent: fc.boolean(),
	followed: fc.boolean(),
});
const choices = fc.record({
	papers: fc.integer({ min: 5, max: 25 }),
	minUpvotes: fc.nat(40),
	include: fc.subarray(WORDS),
	exclude: fc.subarray(WORDS),
	language: fc.constant("en-US"),
});

/** A digest of papers with what is known of them, and of one subscriber. */
function sceneOf(drawn: { upvotes: number; words: string; sent: boolean; followed: boolean }[]) {
	const all = drawn.map((each, index) => ({ ...each, id: `2606.${index}` })).sort((a, b) => b.upvotes - a.upvotes);
	const papers: DigestPaper[] = all.map(({ id, upvotes }) => ({
		id,
		upvotes,
		title: id,
		summary: "",
		by: null,
		code: null,
	}));
	const facts = all.map(({ id, words }): [string, PaperFacts] => [
		id,
		foldFacts({ title: `On ${words}`, abstract: "", topics: [], authors: [], organization: [] }),
	]);
	return {
		all,
		digest: { papers, risen: [] },
		facts: new Map(facts),
		sent: new Set(all.filter(({ sent }) => sent).map(({ id }) => id)),
		why: new Map(all.filter(({ followed }) => followed).map(({ id }) => [id, "By Ada, whom you follow"])),
	};
}

test("a mail holds what was chosen, in order, nothing that was sent or excluded, and all of that while there is room", () => {
	fc.assert(
		fc.property(fc.array(paper, { maxLength: 60 }), choices, (drawn, chosen) => {
			const { all, ...scene } = sceneOf(drawn);
			const fresh = all.filter(({ sent, words }) => !sent && !chosen.exclude.includes(words));
			const wanted = fresh.filter(
				({ upvotes, words }) =>
					upvotes >= chosen.minUpvotes && (chosen.include.length === 0 || chosen.include.includes(words)),
			);
			const papers = wanted.slice(0, chosen.papers).map(({ id }) => id);
			const followed = fresh.filter((one) => one.followed && !papers.includes(one.id)).map(({ id }) => id);
			const matches = followed.slice(0, MATCHES_MAX);
			const content = selectContent({ ...scene, choices: chosen });
			if (papers.length + matches.length === 0) expect(content).toBeUndefined();
			else expect(content).toMatchObject({ papers, matches });
			for (const id of content?.matches ?? []) expect(content?.why[id]).toContain("whom you follow");
			for (const { id, words, followed } of all.filter((one) => content?.papers.includes(one.id))) {
				const isChosen = chosen.include.includes(words) && !followed;
				if (isChosen) expect(content?.why[id]).toBe(`Matches your choice “${words}”`);
			}
		}),
	);
});

test("mails have the same key if and only if they are the same, whatever the order in which reasons were found", () => {
	const content = { papers: ["a", "b"], matches: [], why: { a: "one", b: "two" }, risen: [], language: "de" };
	expect(keyOf({ ...content, why: { b: "two", a: "one" } })).toBe(keyOf(content));
	for (const other of [
		{ papers: ["b", "a"] },
		{ matches: ["c"] },
		{ why: { a: "two", b: "one" } },
		{ language: "fr" },
	]) {
		expect(keyOf({ ...content, ...other })).not.toBe(keyOf(content));
	}
});

test("only the first ten papers, without anything personal, are public", () => {
	const { digest } = sceneOf(
		Array.from({ length: 12 }, (_, upvotes) => ({ upvotes, words: "speech", sent: false, followed: false })),
	);
	const papers = digest.papers.slice(0, 10).map(({ id }) => id);
	const common = { papers, matches: [], why: {}, risen: [], language: "en-US" };
	expect(isCommon(digest, common)).toBe(true);
	for (const other of [{ papers: papers.slice(1) }, { why: { "2606.1": "x" } }, { matches: ["2606.11"] }]) {
		expect(isCommon(digest, { ...common, ...other })).toBe(false);
	}
});

describe("a criterion", () => {
	const facts = foldFacts({
		title: "State-Space Models for Café Menus",
		abstract: "We study the long-range arena. 学习方法 matters.",
		topics: ["large-language-model", "Large Language Models", "cs-cl", "cs.CL"],
		authors: ["Ada Lovelace", "José  García-Márquez"],
		organization: ["deep-lab", "The Deep Lab"],
	});

	test.each([
		["topic: LLMs", true],
		["topic:cs.CL", true],
		["topic: language", false],
		["author: lovelace", true],
		["author: Jose Garcia Marquez", true],
		["author: love", false],
		["org: deep lab", true],
		["ORG:lab deep", false],
		["state space models", true],
		["cafe", true],
		["long range", true],
		["state models", false],
		["学习方法", true],
		["menu", false],
	])("%j is met: %s", (text, expected) => {
		expect(meets(facts, parseCriterion(text))).toBe(expected);
	});
});

test.each([
	["daily", "en-US", "Monday, June 8, 2026"],
	["daily", "de", "Montag, 8. Juni 2026"],
	["weekly", "en-US", "June 2 – 8, 2026"],
	["weekly", "fr", "2–8 juin 2026"],
] as const)("a %s digest in %s is of %s", (kind, language, words) => {
	expect(formatDays({ kind, date: parseUtcDate("2026-06-08") as UtcDate }, language)).toBe(words);
});
