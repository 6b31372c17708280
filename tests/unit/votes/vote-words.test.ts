import { describe, expect, it } from "vitest";
import { describeVotes, voteLabel } from "@/components/votes/vote-words";

describe("voteLabel", () => {
	it("says what pressing does, or what was done", () => {
		expect(voteLabel(false, 96, "Echo-Infinity")).toBe("Upvote, 96 upvotes: Echo-Infinity");
		expect(voteLabel(true, 1, "Echo-Infinity")).toBe("Upvoted, 1 upvote: Echo-Infinity");
	});
});

describe("describeVotes", () => {
	it("says where a count comes from", () => {
		expect(describeVotes(12, 175, "huggingface", undefined)).toBe("187 = 12 here + 175 from Hugging Face");
		expect(describeVotes(0, 7, "sample", undefined)).toBe("7 = 0 here + 7 from sample data");
		expect(describeVotes(3, 0, null, undefined)).toBe("3 upvotes, all cast here");
		expect(describeVotes(1, 0, "file", undefined)).toBe("1 upvote, all cast here");
		expect(describeVotes(1, 0, "file", 887.5634)).toBe("1 upvote, all cast here. Rising score 887.56");
	});
});
