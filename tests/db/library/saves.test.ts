import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { createList, putOnList } from "@/lib/library/lists";
import { removeSaved, setSaved, toggleSaved } from "@/lib/library/mutations";
import { findSaved, keptAmong, listSavedIds, readLibraryPage } from "@/lib/library/queries";
import { SAVES_MAX } from "@/lib/library/words";
import type { PaperId } from "@/lib/papers/ids";
import { addUsers } from "../votes/voters";
import { addListedPapers, idsOf, saveInTurn } from "./scene";

const someone = async () => (await addUsers(1))[0] ?? "";
const [first, second, third] = (await addListedPapers("2412.00001", "2412.00002", "hep-th/9901001")) as [
	PaperId,
	PaperId,
	PaperId,
];

describe("saving", () => {
	it("saves and takes out, each as often as one likes", async () => {
		const user = await someone();
		for (const saved of [false, true, true, false, false]) {
			expect(await setSaved(user, first, saved)).toEqual({ ok: true, value: { saved } });
			expect(await listSavedIds(user, 10)).toEqual(saved ? [first] : []);
		}
	});

	it("turns over for forms that can't know how it stands", async () => {
		const user = await someone();
		expect(await toggleSaved(user, first)).toEqual({ ok: true, value: { saved: true } });
		expect(await toggleSaved(user, first)).toEqual({ ok: true, value: { saved: false } });
	});

	it("of many presses at once saves the paper once", async () => {
		const user = await someone();
		const results = await Promise.all(Array.from({ length: 20 }, () => setSaved(user, first, true)));
		expect(results.every((result) => result.ok)).toBe(true);
		expect(await db().save.count({ where: { userId: user } })).toBe(1);
		await Promise.all(Array.from({ length: 20 }, () => toggleSaved(user, second)));
		expect((await findSaved(user, second)).saved).toBe(false);
	});

	it("refuses what has no card: a paper that is unknown, hidden or on no list", async () => {
		const user = await someone();
		await addListedPapers("2412.00010");
		await db().paper.update({ where: { id: "2412.00010" }, data: { hiddenAt: new Date() } });
		await db().paper.create({ data: { id: "2412.00011", title: "On no list", abstract: "" } });
		for (const id of ["2412.99999", "2412.00010", "2412.00011"] as PaperId[]) {
			expect(await setSaved(user, id, true)).toEqual({ ok: false, reason: "unknown-paper" });
		}
	});

	it("is one person's own: nobody else has it", async () => {
		const [ada = "", bob = ""] = await addUsers(2);
		await setSaved(ada, first, true);
		await removeSaved(bob, [first]);
		expect(await listSavedIds(ada, 10)).toEqual([first]);
		expect(await keptAmong(bob, [first])).toEqual({ seenMode: "off", saved: [], seen: [] });
	});

	it(`ends at ${SAVES_MAX} papers, also with several presses at once`, async () => {
		const user = await someone();
		await db().$executeRaw`
			INSERT INTO papers (id, title, abstract, edition_date, listed_at)
			SELECT 'filler-' || n, 'Filler', '', '2026-06-08', now() FROM generate_series(1, ${SAVES_MAX - 1}::int) n`;
		await db()
			.$executeRaw`INSERT INTO saves (user_id, paper_id) SELECT ${user}, id FROM papers WHERE id LIKE 'filler-%'`;
		const results = await Promise.all([first, second, third].map((id) => setSaved(user, id, true)));
		expect(results.filter((result) => result.ok)).toHaveLength(1);
		expect(results.filter((result) => !result.ok && result.reason === "too-many-saves")).toHaveLength(2);
		expect(await db().save.count({ where: { userId: user } })).toBe(SAVES_MAX);
		// What is saved already needs no room.
		expect((await setSaved(user, "filler-1" as PaperId, true)).ok).toBe(true);
	});
});

describe("the library", () => {
	it("shows the newest save first, and a paper that a curator hides only once it is shown again", async () => {
		const user = await someone();
		await saveInTurn(user, [third, first, second]);
		expect(idsOf(await readLibraryPage(user, 1))).toEqual([second, first, third]);
		await db().paper.update({ where: { id: first }, data: { hiddenAt: new Date() } });
		expect(await readLibraryPage(user, 1)).toMatchObject({ count: 2, hasMore: false });
		expect(await listSavedIds(user, 10)).toEqual([second, third]);
		await db().paper.update({ where: { id: first }, data: { hiddenAt: null } });
		expect((await readLibraryPage(user, 1)).count).toBe(3);
	});

	it("comes in pages of fifty", async () => {
		const user = await someone();
		const ids = await addListedPapers(...Array.from({ length: 51 }, (_, index) => `2501.${10_000 + index}`));
		await saveInTurn(user, ids);
		const [one, two] = [await readLibraryPage(user, 1), await readLibraryPage(user, 2)];
		expect([one.papers.length, one.hasMore, one.count]).toEqual([50, true, 51]);
		expect([idsOf(two), two.hasMore]).toEqual([[ids[0]], false]);
	});
});

it("leaves nothing of an account that is deleted", async () => {
	const user = await someone();
	const list = await createList(user, "Reading group");
	await putOnList(user, list.ok ? list.value.id : "", [first]);
	await db().user.delete({ where: { id: user } });
	expect(await db().save.count({ where: { userId: user } })).toBe(0);
	expect(await db().readingList.count({ where: { userId: user } })).toBe(0);
	expect(await db().readingListPaper.count({ where: { userId: user } })).toBe(0);
});
