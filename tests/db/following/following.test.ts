import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { readFollowedPapers } from "@/lib/following/followed-papers";
import { setFollowed, toggleFollowed } from "@/lib/following/mutations";
import { findFollowState, listFollowed } from "@/lib/following/queries";
import type { FollowTarget } from "@/lib/following/types";
import { FOLLOWS_MAX } from "@/lib/following/words";
import { addUsers } from "../votes/voters";
import { addPaperBy } from "./scene";

const someone = async () => (await addUsers(1))[0] ?? "";

const ada: FollowTarget = { kind: "author", slug: "ada" };
const lab: FollowTarget = { kind: "org", slug: "lab" };
const diffusion: FollowTarget = { kind: "topic", slug: "diffusion" };

beforeAll(async () => {
	await addPaperBy("2412.00001", { authors: ["ada", "bob"], org: "lab", topics: ["diffusion"], hour: 1 });
	await addPaperBy("2412.00002", { authors: ["bob"], topics: ["diffusion"], hour: 2 });
	await addPaperBy("2412.00003", { authors: ["ada"], hour: 3 });
	await addPaperBy("2412.00004", { authors: ["carl"], topics: ["robots"], hour: 4 });
});

const read = async (user: string, page = 1) => {
	const { papers, hasMore } = await readFollowedPapers(user, page);
	return {
		hasMore,
		papers: papers.map(({ paper, why }) => [paper.id, why.map(({ kind, slug }) => `${kind} ${slug}`)]),
	};
};

describe("following", () => {
	it.each([ada, lab, diffusion])("begins and ends, each as often as one likes: $kind", async (target) => {
		const user = await someone();
		for (const followed of [false, true, true, false, false]) {
			expect(await setFollowed(user, target, followed)).toEqual({ ok: true, value: { followed } });
			expect(await findFollowState(user, target)).toEqual({ name: target.slug.toUpperCase(), followed });
			expect(await listFollowed(user)).toEqual(followed ? [{ ...target, name: target.slug.toUpperCase() }] : []);
		}
	});

	it("turns over for forms that can't know it, and of many presses at once keeps one", async () => {
		const user = await someone();
		expect(await toggleFollowed(user, ada)).toMatchObject({ value: { followed: true } });
		expect(await toggleFollowed(user, ada)).toMatchObject({ value: { followed: false } });
		await Promise.all(Array.from({ length: 20 }, () => setFollowed(user, ada, true)));
		expect(await db().follow.count({ where: { userId: user } })).toBe(1);
	});

	it("refuses what is not here", async () => {
		const user = await someone();
		for (const kind of ["author", "org", "topic"] as const) {
			const refusal = { ok: false, reason: "nothing-there" };
			expect(await setFollowed(user, { kind, slug: "nobody" }, true)).toEqual(refusal);
			expect(await findFollowState(user, { kind, slug: "nobody" })).toBeUndefined();
		}
	});

	it(`ends at ${FOLLOWS_MAX}`, async () => {
		const user = await someone();
		await db().$executeRaw`
			INSERT INTO authors (slug, name) SELECT 'filler-' || n, 'Filler' FROM generate_series(1, ${FOLLOWS_MAX - 1}::int) n`;
		await db().$executeRaw`
			INSERT INTO follows (user_id, author_id) SELECT ${user}, id FROM authors WHERE slug LIKE 'filler-%'`;
		const results = await Promise.all([ada, lab, diffusion].map((target) => setFollowed(user, target, true)));
		expect(results.filter((result) => result.ok)).toHaveLength(1);
		expect(results.filter((result) => !result.ok && result.reason === "too-many")).toHaveLength(2);
	});

	it("is one person's own, and goes with the account", async () => {
		const [one = "", other = ""] = await addUsers(2);
		await setFollowed(one, ada, true);
		await setFollowed(other, ada, false);
		expect(await listFollowed(other)).toEqual([]);
		expect(await listFollowed(one)).toHaveLength(1);
		await db().user.delete({ where: { id: one } });
		expect(await db().follow.count({ where: { userId: one } })).toBe(0);
	});
});

describe("the papers of what somebody follows", () => {
	it("come the newest first, each once, with all the reasons", async () => {
		const user = await someone();
		for (const target of [ada, lab, diffusion]) await setFollowed(user, target, true);
		expect(await read(user)).toEqual({
			hasMore: false,
			papers: [
				["2412.00003", ["author ada"]],
				["2412.00002", ["topic diffusion"]],
				["2412.00001", ["author ada", "org lab", "topic diffusion"]],
			],
		});
	});

	it("are none of those that are hidden or on no list, and none where nothing is followed", async () => {
		const user = await someone();
		expect(await read(user)).toEqual({ hasMore: false, papers: [] });
		await setFollowed(user, ada, true);
		await db().paper.update({ where: { id: "2412.00003" }, data: { hiddenAt: new Date() } });
		expect((await read(user)).papers).toEqual([["2412.00001", ["author ada"]]]);
		await db().paper.update({ where: { id: "2412.00003" }, data: { hiddenAt: null } });
	});

	it("name an author once who stands twice on a paper", async () => {
		const user = await someone();
		await addPaperBy("2412.00020", { authors: ["twice", "twice"], hour: 6 });
		await setFollowed(user, { kind: "author", slug: "twice" }, true);
		expect(await read(user)).toEqual({ hasMore: false, papers: [["2412.00020", ["author twice"]]] });
	});

	it("come in pages of fifty", async () => {
		const user = await someone();
		for (let minute = 0; minute < 51; minute += 1)
			await addPaperBy(`2501.${10_000 + minute}`, { authors: ["prolific"], hour: 5 + minute / 60 });
		await setFollowed(user, { kind: "author", slug: "prolific" }, true);
		const [one, two] = [await read(user), await read(user, 2)];
		expect([one.papers.length, one.hasMore]).toEqual([50, true]);
		expect(two).toEqual({ hasMore: false, papers: [["2501.10000", ["author prolific"]]] });
	});
});
