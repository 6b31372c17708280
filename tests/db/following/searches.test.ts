import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { readFollowedPapers } from "@/lib/following/followed-papers";
import { setFollowed } from "@/lib/following/mutations";
import { findFollowState, listFollowed } from "@/lib/following/queries";
import { SEARCHES_MAX } from "@/lib/following/words";
import { log } from "@/lib/log";
import { indexAll, listPaper } from "../search/scene";
import { addUsers } from "../votes/voters";

const someone = async () => (await addUsers(1))[0] ?? "";
const search = (slug: string) => ({ kind: "search" as const, slug });

beforeAll(async () => {
	await listPaper("2606.00001", {
		title: "Sparse attention for long texts",
		authors: ["Ada Lovelace"],
		on: "2026-06-08",
	});
	await listPaper("2606.00002", { title: "Attention in mice", on: "2026-06-09" });
	await listPaper("2606.00003", { title: "Robots that fold towels", on: "2026-06-10" });
	await indexAll();
});

describe("a followed search", () => {
	it("is kept in one way to write it, and told by its text", async () => {
		const user = await someone();
		expect(await setFollowed(user, search("  attention   author:Lovelace "), true)).toMatchObject({ ok: true });
		const [followed] = await listFollowed(user);
		expect(followed).toMatchObject({ kind: "search", name: followed?.slug });
		expect(followed?.name).toMatch(/^attention author:/);
		expect(await findFollowState(user, search("attention author:Lovelace"))).toEqual({
			name: followed?.name,
			followed: true,
		});
		await setFollowed(user, search("attention author:Lovelace"), false);
		expect(await listFollowed(user)).toEqual([]);
	});

	it.each(["", " – ", "2606.00001"])("is none of %j, which asks for nothing or for one paper", async (text) => {
		const user = await someone();
		expect(await setFollowed(user, search(text), true)).toEqual({ ok: false, reason: "nothing-there" });
		expect(await findFollowState(user, search(text))).toBeUndefined();
	});

	it("brings its papers among those of whom else one follows, each once with all reasons", async () => {
		const user = await someone();
		await setFollowed(user, search("attention"), true);
		await setFollowed(user, { kind: "author", slug: "ada-lovelace" }, true);
		const { papers } = await readFollowedPapers(user, 1);
		expect(papers.map(({ paper, why }) => [paper.id, why.map(({ kind, name }) => `${kind} ${name}`)])).toEqual([
			["2606.00002", ["search attention"]],
			["2606.00001", ["author Ada Lovelace", "search attention"]],
		]);
	});

	it("that can't be made leaves the rest as it is", async () => {
		const user = await someone();
		await setFollowed(user, search("towels"), true);
		await setFollowed(user, { kind: "author", slug: "ada-lovelace" }, true);
		const lines = vi.spyOn(log, "warn").mockImplementation(() => undefined);
		const transaction = vi
			.spyOn(db(), "$transaction")
			.mockRejectedValue(new Error("canceling statement due to timeout"));
		const { papers } = await readFollowedPapers(user, 1);
		expect(papers.map(({ paper }) => paper.id)).toEqual(["2606.00001"]);
		expect([transaction.mock.calls.length, lines.mock.calls.length]).toEqual([1, 1]);
	});

	it(`is one of ${SEARCHES_MAX} at most, beside which authors and topics have room`, async () => {
		const user = await someone();
		const words = Array.from({ length: SEARCHES_MAX + 1 }, (_, index) => `word${index}`);
		const results = [];
		for (const word of words) results.push(await setFollowed(user, search(word), true));
		expect(results.map((result) => result.ok)).toEqual([...words.slice(1).map(() => true), false]);
		expect((await setFollowed(user, { kind: "author", slug: "ada-lovelace" }, true)).ok).toBe(true);
	});
});
