import { beforeAll, describe, expect, it } from "vitest";
import { hidePaper, movePaper, unhidePaper } from "@/lib/curation/mutations";
import { findCuratedPaper, listActs } from "@/lib/curation/queries";
import { db } from "@/lib/db/client";
import { withSession } from "@/lib/db/session";
import { findNewestEditionBefore, listTopPapers } from "@/lib/digest/queries";
import { countDaysOfMonth, findNewestDate } from "@/lib/feed/queries";
import { upsertPapers } from "@/lib/ingest/upsert";
import type { PaperId } from "@/lib/papers/ids";
import { findPaper } from "@/lib/papers/queries";
import type { UtcDate } from "@/lib/time";
import { setVote } from "@/lib/votes/mutations";
import { votedAmong } from "@/lib/votes/queries";
import { readEdition } from "../editions";
import { actsOn, addListed, addPerson } from "../submissions/scene";

const day = (text: string) => text as UtcDate;
const NOW = new Date("2026-11-23T12:00:00Z");
let reader = "";
let curator = "";

beforeAll(async () => {
	reader = await addPerson();
	curator = await addPerson("curator", "Ada Lovelace");
	await addListed("2610.00001", day("2026-10-01"));
	await addListed("2610.00002", day("2026-10-02"));
	await addListed("2610.00003", day("2026-10-05"));
	await addListed("2610.00004", day("2026-10-05"));
});

describe("a hidden paper", () => {
	const alone = "2610.00002" as PaperId;
	const last = ["2610.00003", "2610.00004"] as PaperId[];

	it("is gone from lists, days, calendars, digests and votes, and comes back whole", async () => {
		await setVote(reader, alone, true);
		const hidden = await hidePaper(curator, alone, "a duplicate", NOW);
		expect(hidden).toEqual({ ok: true, value: { days: ["2026-10-02"] } });
		for (const id of last) await hidePaper(curator, id, "", NOW);

		expect(await findPaper(alone)).toBeUndefined();
		expect((await readEdition(day("2026-10-02"))).papers).toEqual([]);
		expect(await readEdition(day("2026-10-01"))).toMatchObject({ next: null });
		expect(await readEdition(day("2026-10-05"))).toMatchObject({ previous: "2026-10-01" });
		expect(await findNewestDate(NOW)).toBe("2026-10-01");
		expect(await countDaysOfMonth(day("2026-10-01"))).toEqual([{ date: "2026-10-01", papers: 1 }]);
		expect(await listTopPapers(day("2026-10-02"), day("2026-10-02"))).toEqual([]);
		expect(await findNewestEditionBefore(day("2026-11-23"))).toMatchObject({ date: "2026-10-01" });
		expect(await votedAmong(reader, [alone])).toEqual(new Map());
		expect(await setVote(curator, alone, true)).toEqual({ ok: false, reason: "unknown-paper" });

		for (const id of [alone, ...last]) await unhidePaper(curator, id, NOW);
		expect(await findPaper(alone)).toMatchObject({ editionDate: "2026-10-02", upvotes: { local: 1 } });
		expect(await findNewestDate(NOW)).toBe("2026-10-05");
		expect(await actsOn(alone)).toEqual([
			{ act: "hide", actorId: curator, detail: { reason: "a duplicate" } },
			{ act: "unhide", actorId: curator, detail: {} },
		]);
	});

	it("is hidden once, however often and by however many at once", async () => {
		await Promise.all(Array.from({ length: 8 }, () => hidePaper(curator, alone, "", NOW)));
		expect(await actsOn(alone)).toHaveLength(3);
		await Promise.all(Array.from({ length: 8 }, () => unhidePaper(curator, alone, NOW)));
		expect(await actsOn(alone)).toHaveLength(4);
	});
});

describe("a paper that is moved", () => {
	const id = "2610.00001" as PaperId;

	it("stands on the other day's list, and no run of its source moves it back", async () => {
		expect(await movePaper(curator, id, "2026-11-23", NOW)).toEqual({
			ok: true,
			value: { days: ["2026-10-01", "2026-11-23"] },
		});
		expect((await readEdition(day("2026-11-23"))).papers.map((paper) => paper.id)).toEqual([id]);
		expect((await readEdition(day("2026-10-01"))).papers).toEqual([]);
		expect(await actsOn(id)).toEqual([
			{ act: "move", actorId: curator, detail: { from: "2026-10-01", to: "2026-11-23" } },
		]);
		const again = { id, title: "T", abstract: "", authors: ["Ada"], listing: { date: day("2026-10-01") } };
		await withSession((session) => upsertPapers(session, [again], { source: "huggingface", now: NOW }));
		expect((await findPaper(id))?.editionDate).toBe("2026-11-23");
	});

	it.each([
		["2026-11-24", "no-edition"],
		["1991-08-13", "no-edition"],
		["2026-02-30", "no-day"],
		["yesterday", "no-day"],
		["", "no-day"],
	])("does not go to %j", async (date, reason) => {
		expect(await movePaper(curator, id, date, NOW)).toEqual({ ok: false, reason });
		expect((await findPaper(id))?.editionDate).toBe("2026-11-23");
	});

	it("must stand on a list; to its own day there is nothing to do", async () => {
		await db().paper.create({ data: { id: "2610.00009", title: "T", abstract: "" } });
		const unlisted = await movePaper(curator, "2610.00009" as PaperId, "2026-11-23", NOW);
		expect(unlisted).toEqual({ ok: false, reason: "not-listed" });
		expect(await movePaper(curator, id, "2026-11-23", NOW)).toMatchObject({ ok: true });
		expect(await actsOn(id)).toHaveLength(1);
	});

	it("keeps who submitted it", async () => {
		await addListed("2611.00001", day("2026-11-22"), reader);
		await movePaper(curator, "2611.00001" as PaperId, "2026-11-21", NOW);
		expect(await findPaper("2611.00001" as PaperId)).toMatchObject({
			editionDate: "2026-11-21",
			submitter: { name: null, source: null },
		});
	});
});

describe("whoever is no curator", () => {
	it("changes nothing, sees nothing, and an unknown paper is unknown to curators alone", async () => {
		const id = "2610.00003" as PaperId;
		const before = await db().paper.findUnique({ where: { id } });
		const refused = { ok: false, reason: "not-a-curator" };
		for (const who of [reader, "nobody", ""]) {
			expect(await hidePaper(who, id, "", NOW)).toEqual(refused);
			expect(await unhidePaper(who, id, NOW)).toEqual(refused);
			expect(await movePaper(who, id, "2026-11-22", NOW)).toEqual(refused);
			expect(await hidePaper(who, "2610.77777" as PaperId, "", NOW)).toEqual(refused);
			expect(await findCuratedPaper(who, id)).toBeUndefined();
			expect(await listActs(who)).toBeUndefined();
		}
		expect(await db().paper.findUnique({ where: { id } })).toEqual(before);
		expect(await hidePaper(curator, "2610.77777" as PaperId, "", NOW)).toEqual({ ok: false, reason: "unknown-paper" });
	});

	it("is no curator from the moment the role is taken", async () => {
		const former = await addPerson("curator");
		await db().user.update({ where: { id: former }, data: { role: "reader" } });
		expect(await hidePaper(former, "2610.00003" as PaperId, "", NOW)).toEqual({ ok: false, reason: "not-a-curator" });
	});
});

it("curators see hidden papers and who did what, without addresses", async () => {
	const id = "2610.00004" as PaperId;
	const other = await addPerson("curator", "other@example.org");
	await hidePaper(other, id, "off topic", NOW);
	const paper = await findCuratedPaper(curator, id);
	expect(paper).toMatchObject({ title: `Title of ${id}`, editionDate: "2026-10-05", isHidden: true });
	expect(paper?.acts[0]).toMatchObject({
		actor: { name: "Somebody without a name", isYou: false },
		sentence: "hid it: off topic",
	});
	const acts = await listActs(curator);
	expect(acts?.[0]?.paperId).toBe(id);
	expect(JSON.stringify(acts)).not.toContain("@");
	expect(acts?.some((act) => act.actor?.isYou)).toBe(true);
});
