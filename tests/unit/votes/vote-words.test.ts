import { describe, expect, it } from "vitest";
import { voteLabel, voteSplit } from "@/components/votes/vote-words";

describe("voteLabel", () => {
	it("says what pressing does, or what was done", () => {
		expect(voteLabel(false, 96, "Echo-Infinity")).toBe("Upvote, 96 upvotes: Echo-Infinity");
		expect(voteLabel(true, 1, "Echo-Infinity")).toBe("Upvoted, 1 upvote: Echo-Infinity");
	});
});

describe("voteSplit", () => {
	it("says where a count comes from", () => {
		expect(voteSplit(12, 175, "huggingface")).toBe("187 = 12 here + 175 from Hugging Face");
		expect(voteSplit(0, 7, "sample")).toBe("7 = 0 here + 7 from sample data");
		expect(voteSplit(3, 0, null)).toBe("3 upvotes, all cast here");
		expect(voteSplit(1, 0, "file")).toBe("1 upvote, all cast here");
	});
});
