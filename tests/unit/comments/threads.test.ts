import { expect, it } from "vitest";
import { toThreads } from "@/components/comments/threads";
import type { Comment } from "@/lib/comments/types";

const comment = (id: number, parentId: number | null = null): Comment => ({
	id,
	parentId,
	writtenAt: new Date(0),
	state: "deleted",
});

const idsOf = (comments: Comment[]) =>
	toThreads(comments).map(({ first, replies }) => [first?.id ?? null, replies.map(({ id }) => id)]);

it("replies stand under what they answer, in their order", () => {
	expect(idsOf([comment(1), comment(3, 1), comment(5, 1), comment(2), comment(4)])).toEqual([
		[1, [3, 5]],
		[2, []],
		[4, []],
	]);
});

it("replies whose comment stands on the page before come together, and apart from others", () => {
	expect(idsOf([comment(3, 1), comment(5, 1), comment(2), comment(6, 2)])).toEqual([
		[null, [3, 5]],
		[2, [6]],
	]);
	expect(idsOf([])).toEqual([]);
});
