import { expect, it } from "vitest";
import { sayRefusal } from "@/lib/submissions/words";

const rules = { maxAgeDays: 14, dailyLimit: 5 };

it("names this host's own limits, in the right number", () => {
	expect(sayRefusal("too-old", rules)).toContain("more than 14 days ago");
	expect(sayRefusal("limit", rules)).toContain("submitted 5 papers today");
	expect(sayRefusal("too-old", { maxAgeDays: 1, dailyLimit: 1 })).toContain("more than 1 day ago");
	expect(sayRefusal("limit", { maxAgeDays: 1, dailyLimit: 1 })).toContain("submitted 1 paper today");
});

it("says which forms work, and that what was typed is kept", () => {
	expect(sayRefusal("unknown-form", rules)).toMatch(/2412\.14093.*hep-th\/9901001.*arxiv\.org/);
	expect(sayRefusal("unreachable", rules)).toMatch(
		/can't be reached just now\. What you typed is kept; try again in a minute/,
	);
});
