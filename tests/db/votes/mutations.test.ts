import { describe, expect, it, test } from "vitest";
import type { PaperId } from "@/lib/papers/ids";
import { setVote, toggleVote } from "@/lib/votes/mutations";
import { findVoteState, votedAmong } from "@/lib/votes/queries";
import { addPaper, addUser, addUsers, countVotes } from "./voters";

const someone = () => addUser();

describe("setVote", () => {
	it("casts and takes back, each as often as one likes", async () => {
		const [user, paper] = [await someone(), await addPaper("2412.00001", 175)];
		const on = { ok: true, value: { upvoted: true, upvotes: 176, localUpvotes: 1, importedUpvotes: 175 } };
		const off = { ok: true, value: { upvoted: false, upvotes: 175, localUpvotes: 0, importedUpvotes: 175 } };
		expect(await setVote(user, paper, false)).toEqual(off);
		expect(await setVote(user, paper, true)).toEqual(on);
		expect(await setVote(user, paper, true)).toEqual(on);
		expect(await setVote(user, paper, false)).toEqual(off);
		expect(await setVote(user, paper, false)).toEqual(off);
		expect(await countVotes(paper)).toEqual({ counter: 0, rows: 0 });
	});

	it("refuses a paper that we don't hold, either way", async () => {
		const user = await someone();
		const refusal = { ok: false, reason: "unknown-paper" };
		expect(await setVote(user, "2412.99999" as PaperId, true)).toEqual(refusal);
		expect(await setVote(user, "2412.99999" as PaperId, false)).toEqual(refusal);
		expect(await toggleVote(user, "2412.99999" as PaperId)).toEqual(refusal);
	});

	it("throws for a user who is gone, and counts nothing", async () => {
		const paper = await addPaper("2412.00002");
		await expect(setVote("nobody", paper, true)).rejects.toThrow();
		expect(await countVotes(paper)).toEqual({ counter: 0, rows: 0 });
	});

	it("counts the votes of many once each", async () => {
		const [users, paper] = [await addUsers(30), await addPaper("2412.00003")];
		await Promise.all([...users, ...users].map((user) => setVote(user, paper, true)));
		expect(await countVotes(paper)).toEqual({ counter: 30, rows: 30 });
	});
});

describe("toggleVote", () => {
	it("turns a vote over", async () => {
		const [user, paper] = [await someone(), await addPaper("2412.00004")];
		expect(await toggleVote(user, paper)).toMatchObject({ value: { upvoted: true, upvotes: 1 } });
		expect(await toggleVote(user, paper)).toMatchObject({ value: { upvoted: false, upvotes: 0 } });
	});

	it("casts one vote when pressed twice at once", async () => {
		const paper = await addPaper("2412.00005");
		for (const user of await addUsers(10)) {
			await Promise.all([setVote(user, paper, true), setVote(user, paper, true)]);
		}
		expect(await countVotes(paper)).toEqual({ counter: 10, rows: 10 });
	});
});

describe("200 toggles at once leave the counter at the number of rows", () => {
	test("of one user on one paper", async () => {
		const [user, paper] = [await someone(), await addPaper("2412.00006")];
		await Promise.all(Array.from({ length: 200 }, () => toggleVote(user, paper)));
		const { counter, rows } = await countVotes(paper);
		expect(counter).toBe(rows);
		expect(rows).toBeLessThanOrEqual(1);
		expect((await findVoteState(user, paper))?.upvoted).toBe(rows === 1);
	});

	test("of many users on few papers, mixed with votes that say what they want", async () => {
		const users = await addUsers(20);
		const papers = [await addPaper("2412.00007"), await addPaper("2412.00008"), await addPaper("2412.00009")];
		const acts = Array.from({ length: 200 }, (_, index) => {
			const user = users[(index * 7) % users.length] ?? "";
			const paper = papers[index % papers.length] ?? ("" as PaperId);
			return index % 3 === 0 ? setVote(user, paper, index % 2 === 0) : toggleVote(user, paper);
		});
		const results = await Promise.all(acts);
		expect(results.every((result) => result.ok)).toBe(true);
		for (const paper of papers) {
			const { counter, rows } = await countVotes(paper);
			expect(counter).toBe(rows);
		}
	});
});

test("votedAmong tells a user's own votes from those of others, and leaves out what we don't hold", async () => {
	const [ada, bob] = await addUsers(2);
	const [first, second] = [await addPaper("2412.00010", 5), await addPaper("hep-th/9901001")];
	await setVote(ada ?? "", first, true);
	await setVote(bob ?? "", second, true);
	const states = await votedAmong(ada ?? "", [first, second, "2412.99998" as PaperId]);
	expect(Object.fromEntries(states)).toEqual({
		[first]: { upvoted: true, upvotes: 6, localUpvotes: 1, importedUpvotes: 5 },
		[second]: { upvoted: false, upvotes: 1, localUpvotes: 1, importedUpvotes: 0 },
	});
	expect((await votedAmong(ada ?? "", [])).size).toBe(0);
});
