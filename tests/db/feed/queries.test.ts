import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { countDaysOfMonth, findNewestDate } from "@/lib/feed/queries";
import { startOfDay, type UtcDate } from "@/lib/time";
import { readEdition } from "../editions";

const day = (text: string) => text as UtcDate;

async function listPaper(
	id: string,
	date: string,
	values: { imported?: number; listedAt?: string; authors?: number } = {},
) {
	await db().edition.upsert({
		where: { date: startOfDay(day(date)) },
		create: { date: startOfDay(day(date)) },
		update: {},
	});
	await db().paper.create({
		data: {
			id,
			title: `Title of ${id}`,
			abstract: "An abstract.",
			editionDate: startOfDay(day(date)),
			listedAt: new Date(values.listedAt ?? `${date}T08:00:00Z`),
			importedUpvotes: values.imported ?? 0,
			importSource: "file",
			authorCount: values.authors ?? null,
		},
	});
}

describe("an empty database", () => {
	it("has no newest day, and days without papers", async () => {
		expect(await findNewestDate(new Date())).toBeUndefined();
		expect(await readEdition(day("2026-06-08"))).toEqual({
			isSample: false,
			papers: [],
			previous: null,
			next: null,
		});
	});
});

describe("days with papers", () => {
	beforeAll(async () => {
		await listPaper("2606.00001", "2026-05-29");
		await listPaper("2606.00002", "2026-06-05", { imported: 3, listedAt: "2026-06-05T09:00:00Z" });
		await listPaper("2606.00003", "2026-06-05", { imported: 3, listedAt: "2026-06-05T08:00:00Z", authors: 664 });
		await listPaper("2606.00004", "2026-06-05", { imported: 10 });
		await listPaper("2606.00005", "2026-06-08");
	});

	it("are in the order of upvotes, ties by the earlier listing, with votes cast here counted in", async () => {
		const ids = async () => (await readEdition(day("2026-06-05"))).papers.map((paper) => paper.id);
		expect(await ids()).toEqual(["2606.00004", "2606.00003", "2606.00002"]);

		await db().user.create({ data: { id: "u1", name: "", email: "reader@example.org" } });
		await db().vote.create({ data: { userId: "u1", paperId: "2606.00002" } });
		expect(await ids()).toEqual(["2606.00004", "2606.00002", "2606.00003"]);
		expect((await readEdition(day("2026-06-05"))).papers[1]?.upvotes).toEqual({
			total: 4,
			local: 1,
			imported: 3,
			importSource: "file",
		});
	});

	it("lead to the nearest days with papers, over weekends and from empty days", async () => {
		expect(await readEdition(day("2026-06-05"))).toMatchObject({ previous: "2026-05-29", next: "2026-06-08" });
		expect(await readEdition(day("2026-06-06"))).toMatchObject({
			papers: [],
			previous: "2026-06-05",
			next: "2026-06-08",
		});
	});

	it("leave papers of days to come out of the newest", async () => {
		expect(await findNewestDate(new Date("2026-06-07T12:00:00Z"))).toBe("2026-06-05");
		expect(await findNewestDate(new Date("2026-06-08T00:00:00Z"))).toBe("2026-06-08");
	});

	it("are counted for their own month only", async () => {
		expect(await countDaysOfMonth(day("2026-06-20"))).toEqual([
			{ date: "2026-06-05", papers: 3 },
			{ date: "2026-06-08", papers: 1 },
		]);
	});
});
