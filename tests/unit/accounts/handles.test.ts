import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { displayName, handleInput, handleKey } from "@/lib/accounts/handles";

const read = (text: string) => handleInput.safeParse(text).data;

describe("a handle", () => {
	it.each([
		["ada", "ada"],
		["Ada-Lovelace", "ada-lovelace"],
		["  @ada ", "ada"],
		["ａｄａ１", "ada1"],
		["gpt-4", "gpt-4"],
		["a".repeat(30), "a".repeat(30)],
	])("typed as %j is kept as %j", (typed, kept) => {
		expect(read(typed)).toBe(kept);
	});

	it.each([
		["ab", /at least 3/],
		["a".repeat(31), /at most 30/],
		["a".repeat(5000), /at most 30/],
		["-ada", /letters a to z/],
		["ada-", /letters a to z/],
		["ada--lovelace", /single hyphens/],
		["ada_lovelace", /letters a to z/],
		["ada lovelace", /letters a to z/],
		["аda", /letters a to z/],
		["adа\u200b", /letters a to z/],
		["@@ada", /letters a to z/],
		["admin", /kept for the site/],
		["4dmin", undefined],
		["adm1n", /kept for the site/],
		["curat0r", /kept for the site/],
		["broad-sheet", /kept for the site/],
		["sett1ngs", /kept for the site/],
	])("typed as %j is answered by %s", (typed, message) => {
		const answer = handleInput.safeParse(typed);
		expect(answer.success).toBe(message === undefined);
		if (message) expect(answer.error?.issues[0]?.message).toMatch(message);
	});

	test("is never the first part of one of our addresses", () => {
		const routes = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((path) =>
			/\/(page|route)\.tsx?$/.test(path),
		);
		const segments = [...new Set(routes.map((path) => path.split("/")[0] ?? ""))];
		expect(segments.length).toBeGreaterThan(20);
		expect(segments.filter((segment) => read(segment) !== undefined)).toEqual([]);
	});
});

/** What the eye takes for one another. */
const LOOK_ALIKES = [
	["0", "o"],
	["1", "l"],
	["1", "i"],
	["i", "l"],
	["2", "z"],
	["5", "s"],
	["8", "b"],
	["9", "g"],
	["rn", "m"],
	["vv", "w"],
	["cl", "d"],
	["-", ""],
] as const;

const part = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789-"), maxLength: 12 });

describe("the key of a handle", () => {
	test("is the same for look-alikes, wherever in a handle they stand and whatever stands around them", () => {
		fc.assert(
			fc.property(part, fc.constantFrom(...LOOK_ALIKES), part, (before, [one, other], after) => {
				expect(handleKey(before + one + after)).toBe(handleKey(before + other + after));
			}),
			{ numRuns: 2000 },
		);
	});

	test("is made of a handle's parts in a row, and is its own key", () => {
		fc.assert(
			fc.property(part, part, (one, other) => {
				const key = handleKey(one + other);
				expect(key).toBe(handleKey(one) + handleKey(other));
				expect(handleKey(key)).toBe(key);
			}),
		);
	});

	it.each([
		["ada", "ida"],
		["user6", "user8"],
		["gpt-3", "gpt-4"],
		["anna", "hanna"],
	])("tells %s from %s", (one, other) => {
		expect(handleKey(one)).not.toBe(handleKey(other));
	});
});

describe("a name", () => {
	it.each([
		["  Ada  ", "Ada"],
		["", ""],
		["   ", ""],
		["李明", "李明"],
		["👩‍🔬 Ada", "👩‍🔬 Ada"],
		["a".repeat(80), "a".repeat(80)],
	])("typed as %j is kept as %j", (typed, kept) => {
		expect(displayName.parse(typed)).toBe(kept);
	});

	it.each(["a".repeat(81), "Ada\nCurator", "Ada\u202ecurator", "Ada\u0000", "Ada\u2028x", "x".repeat(5000)])(
		"typed as %j is refused",
		(typed) => {
			expect(displayName.safeParse(typed).success).toBe(false);
		},
	);
});
