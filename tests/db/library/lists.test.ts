import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { createList, deleteList, putOnList, renameList, takeOffList } from "@/lib/library/lists";
import { removeSaved } from "@/lib/library/mutations";
import { findSaved, listReadingLists, listSavedIds, readListPage } from "@/lib/library/queries";
import { LISTS_MAX } from "@/lib/library/words";
import type { PaperId } from "@/lib/papers/ids";
import { addUsers } from "../votes/voters";
import { addListedPapers, idsOf } from "./scene";

const [first, second] = (await addListedPapers("2412.00001", "2412.00002")) as [PaperId, PaperId];

let [ada, bob] = ["", ""];
let list = "";

beforeEach(async () => {
	[ada = "", bob = ""] = await addUsers(2);
	const made = await createList(ada, "Diffusion");
	list = made.ok ? made.value.id : "";
});

describe("a list", () => {
	it("takes papers, which are saved by it, and gives them back one by one", async () => {
		expect(await putOnList(ada, list, [first, second])).toEqual({ ok: true, value: { papers: 2 } });
		expect(await putOnList(ada, list, [first])).toEqual({ ok: true, value: { papers: 0 } });
		expect(await listReadingLists(ada)).toEqual([{ id: list, name: "Diffusion", papers: 2 }]);
		expect(await findSaved(ada, first)).toEqual({ saved: true, lists: [list] });
		expect(await takeOffList(ada, list, [first])).toEqual({ ok: true, value: { papers: 1 } });
		const page = await readListPage(ada, list, 1);
		expect(page && idsOf(page)).toEqual([second]);
		expect(await listSavedIds(ada, 10, list)).toEqual([second]);
		expect(await findSaved(ada, first)).toEqual({ saved: true, lists: [] });
	});

	it("loses a paper that is removed from the library", async () => {
		await putOnList(ada, list, [first, second]);
		await removeSaved(ada, [first]);
		expect(await listSavedIds(ada, 10, list)).toEqual([second]);
	});

	it("that is deleted leaves its papers in the library", async () => {
		await putOnList(ada, list, [first]);
		expect((await deleteList(ada, list)).ok).toBe(true);
		expect(await readListPage(ada, list, 1)).toBeUndefined();
		expect(await listSavedIds(ada, 10)).toEqual([first]);
	});

	it("needs papers that are chosen, and that we show", async () => {
		expect(await putOnList(ada, list, [])).toEqual({ ok: false, reason: "nothing-chosen" });
		expect(await takeOffList(ada, list, [])).toEqual({ ok: false, reason: "nothing-chosen" });
		expect(await removeSaved(ada, [])).toEqual({ ok: false, reason: "nothing-chosen" });
		expect(await putOnList(ada, list, [first, "2412.99999" as PaperId])).toEqual({
			ok: false,
			reason: "unknown-paper",
		});
		expect(await listSavedIds(ada, 10)).toEqual([]);
	});
});

describe("names", () => {
	it("are one person's only once, whatever their case, and another's do not count", async () => {
		expect(await createList(ada, "DIFFUSION")).toEqual({ ok: false, reason: "name-taken" });
		expect((await createList(bob, "Diffusion")).ok).toBe(true);
		const other = await createList(ada, "Robotics");
		expect(await renameList(ada, other.ok ? other.value.id : "", "diffusion")).toEqual({
			ok: false,
			reason: "name-taken",
		});
		expect((await renameList(ada, list, "diffusion")).ok).toBe(true);
		expect((await listReadingLists(ada)).map(({ name }) => name)).toEqual(["diffusion", "Robotics"]);
	});

	it("given twice at once make one list", async () => {
		const results = await Promise.all([createList(bob, "Theory"), createList(bob, "Theory")]);
		expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
	});

	it(`are at most ${LISTS_MAX}`, async () => {
		await db().readingList.createMany({
			data: Array.from({ length: LISTS_MAX - 1 }, (_, index) => ({ userId: ada, name: `List ${index}` })),
		});
		expect(await createList(ada, "One more")).toEqual({ ok: false, reason: "too-many-lists" });
	});
});

it("is nobody else's to read or to change", async () => {
	await putOnList(ada, list, [first]);
	const refusal = { ok: false, reason: "no-such-list" };
	expect(await renameList(bob, list, "Mine")).toEqual(refusal);
	expect(await deleteList(bob, list)).toEqual(refusal);
	expect(await putOnList(bob, list, [second])).toEqual(refusal);
	expect(await takeOffList(bob, list, [first])).toEqual(refusal);
	expect(await readListPage(bob, list, 1)).toBeUndefined();
	expect(await listSavedIds(bob, 10, list)).toBeUndefined();
	expect(await listReadingLists(ada)).toEqual([{ id: list, name: "Diffusion", papers: 1 }]);
	// The database itself lets no paper of one person onto the list of another.
	await db().save.create({ data: { userId: bob, paperId: second } });
	const foreign = { listId: list, userId: bob, paperId: second };
	await expect(db().readingListPaper.create({ data: foreign })).rejects.toThrow();
});
