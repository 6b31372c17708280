import { expect, it } from "vitest";
import { countComments, describeComments } from "@/components/papers/comment-words";

it.each([
	[{ local: 3, imported: 12 }, "huggingface", "12 at Hugging Face, 3 here"],
	[{ local: 0, imported: 12 }, "huggingface", "12 at Hugging Face"],
	[{ local: 3, imported: 0 }, "huggingface", "all written here"],
	[{ local: 1, imported: 2 }, "file", "2 from an imported file, 1 here"],
	[{ local: 1, imported: 2 }, null, "2 elsewhere, 1 here"],
] as const)("%j from %s: %s", (comments, source, words) => {
	expect(describeComments(comments, source)).toBe(words);
});

it("one is said as one", () => {
	expect([countComments(1), countComments(15)]).toEqual(["1 comment", "15 comments"]);
});
