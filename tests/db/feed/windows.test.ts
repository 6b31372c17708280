import { beforeAll, describe, expect, it } from "vitest";
import { findAuthor, listActiveAuthors, readAuthorPapers } from "@/lib/authors/queries";
import { db } from "@/lib/db/client";
import { readTrending, readWindowPage } from "@/lib/feed/queries";
import { PAGE_SIZE, type View } from "@/lib/feed/views";
import { parseWindow, windowOf } from "@/lib/feed/windows";
import { indexPapers } from "@/lib/ingest/index-papers";
import { runIngest } from "@/lib/ingest/run";
import type { IngestedPaper } from "@/lib/ingest/types";
import { findOrganization, listActiveOrganizations, readOrganizationPapers } from "@/lib/organizations/queries";
import type { PaperId } from "@/lib/papers/ids";
import { findPaper } from "@/lib/papers/queries";
import { listSimilar } from "@/lib/papers/similar";
import type { UtcDate } from "@/lib/time";
import { findTopic, listActiveTopics, readTopicPapers } from "@/lib/topics/queries";
import { counted, windowOf as ingestWindow, paper } from "../ingest/papers";

const NOW = new Date("2026-06-12T12:00:00Z");
const TOP: View = { order: "top", page: 1 };

/** Number `n` of a week: listed on its Monday to Friday in turn, with `n` upvotes. */
function weekPaper(n: number): IngestedPaper {
	const date = `2026-06-${String(1 + (n % 5)).padStart(2, "0")}` as UtcDate;
	return paper(`2606.${String(n).padStart(5, "0")}`, {
		title: n % 2 ? `Attention for robots ${n}` : `Proteins that fold ${n}`,
		abstract: n % 2 ? "Robots grasp objects with attention." : "Folding of proteins is predicted by diffusion.",
		authors: ["Ada Lovelace", n % 3 ? "Alan Turing" : "Grace Hopper"],
		keywords: n % 2 ? ["Robotics", "Transformers"] : ["Protein folding", "transformer"],
		listing: { date, listedAt: new Date(`${date}T08:00:00Z`) },
		...(n % 4 === 0 && { organization: { slug: "Lab", name: "The Lab" } }),
		...counted(n, `${date}T${String(9 + (n % 10)).padStart(2, "0")}:00:00Z`),
	});
}

const COUNT = PAGE_SIZE + 10;

beforeAll(async () => {
	const papers = Array.from({ length: COUNT }, (_, n) => weekPaper(n + 1));
	const later = paper("2606.09999", {
		...weekPaper(1),
		id: "2606.09999" as PaperId,
		listing: { date: "2026-06-12" as UtcDate },
	});
	await runIngest({ now: NOW, source: "huggingface", windows: [ingestWindow("w", [...papers, later])] });
	await indexPapers({ now: NOW });
});

const read = async (kind: "week" | "month", key: string, view = TOP) => {
	const window = parseWindow(kind, key, "2026-06-12" as UtcDate);
	return window && readWindowPage(window, view, NOW);
};

describe("a week", () => {
	it("is paged, in an order that a page goes on with where the one before ended", async () => {
		const first = await read("week", "2026-W23");
		const second = await read("week", "2026-W23", { order: "top", page: 2 });
		expect(first?.page.hasMore).toBe(true);
		expect(second?.page.hasMore).toBe(false);
		const upvotes = [...(first?.page.papers ?? []), ...(second?.page.papers ?? [])].map((each) => each.upvotes.total);
		expect(upvotes).toEqual(Array.from({ length: COUNT }, (_, index) => COUNT - index));
		expect(await read("week", "2026-W23", { order: "top", page: 3 })).toBeUndefined();
	});

	it("says how many there are, and leads to the nearest that have papers", async () => {
		expect((await read("week", "2026-W23"))?.facts).toMatchObject({
			paperCount: COUNT,
			previous: null,
			next: { key: "2026-W24" },
			lastDate: "2026-06-05",
		});
		const empty = await read("week", "2026-W20");
		expect(empty?.page.papers).toEqual([]);
		expect(empty?.facts).toMatchObject({ paperCount: 0, next: { key: "2026-W23" }, previous: null });
	});

	it("has the newest listing first in New, and in Rising what is upvoted now", async () => {
		const listed = (await read("week", "2026-W23", { order: "new", page: 1 }))?.page.papers.map(
			(each) => each.editionDate,
		);
		expect(listed).toEqual([...(listed ?? [])].sort().reverse());
		const scores = (await read("week", "2026-W23", { order: "rising", page: 1 }))?.page.papers.map(
			(each) => each.rising ?? 0,
		);
		expect(scores).toEqual([...(scores ?? [])].sort((a, b) => b - a));
	});

	it("is open until its last day is over", async () => {
		const week = windowOf("week", "2026-06-12" as UtcDate);
		expect((await readWindowPage(week, TOP, new Date("2026-06-14T23:59:59Z")))?.isOpen).toBe(true);
		expect((await readWindowPage(week, TOP, new Date("2026-06-15T00:00:00Z")))?.isOpen).toBe(false);
	});
});

it("a month holds its days, and what is trending all days", async () => {
	expect((await read("month", "2026-06"))?.facts.paperCount).toBe(COUNT + 1);
	expect((await readTrending(1)).papers[0]?.editionDate).toBe("2026-06-05");
});

it("a hidden paper is on no list, and nothing counts it", async () => {
	const id = "2606.00060";
	await db().paper.update({ where: { id }, data: { hiddenAt: NOW } });
	expect((await read("week", "2026-W23"))?.facts.paperCount).toBe(COUNT - 1);
	expect((await readAuthorPapers("ada-lovelace", TOP)).papers.map((each) => each.id)).not.toContain(id);
	expect((await listSimilar("2606.00058" as PaperId, 100)).includes(id as PaperId)).toBe(false);
	await db().paper.update({ where: { id }, data: { hiddenAt: null } });
});

it("an author's page has their papers, with whom they wrote them and when", async () => {
	const ada = await findAuthor("ada-lovelace");
	expect(ada).toMatchObject({ name: "Ada Lovelace", activity: [{ month: "2026-06", papers: COUNT + 1 }] });
	expect(ada?.coauthors.map(({ name }) => name)).toEqual(["Alan Turing", "Grace Hopper"]);
	expect((await listActiveAuthors())[0]).toEqual({ name: "Ada Lovelace", slug: "ada-lovelace", papers: COUNT + 1 });
	expect(await findAuthor("nobody")).toBeUndefined();
});

it("an organisation's page has its papers and what they are about", async () => {
	expect(await findOrganization("Lab")).toMatchObject({ name: "The Lab", activity: [{ papers: COUNT / 4 }] });
	expect((await findOrganization("Lab"))?.topics[0]).toMatchObject({ slug: "protein-folding", papers: COUNT / 4 });
	expect((await readOrganizationPapers("Lab", TOP)).papers).toHaveLength(COUNT / 4);
	expect(await listActiveOrganizations()).toEqual([{ name: "The Lab", slug: "Lab", papers: COUNT / 4 }]);
	expect(await findOrganization("lab")).toBeUndefined();
});

it("a topic's page has what is about it, however it is spelled", async () => {
	const [largest] = await listActiveTopics();
	expect(largest?.papers).toBe(COUNT + 1);
	expect(await findTopic(largest?.slug ?? "")).toMatchObject({ isCategory: false, activity: [{ papers: COUNT + 1 }] });
	expect((await readTopicPapers("protein-folding", TOP)).papers).toHaveLength(COUNT / 2);
	expect((await findTopic("protein-folding"))?.related[0]?.slug).toBe(largest?.slug);
	expect(await findTopic("none")).toBeUndefined();
});

it("a paper's page knows its place on the list of its day, its history and papers like it", async () => {
	const best = await findPaper("2606.00060" as PaperId);
	expect(best).toMatchObject({ rank: 1, editionDate: "2026-06-01", history: [{ upvotes: 60 }] });
	const similar = await listSimilar("2606.00060" as PaperId, 12);
	expect(similar).toHaveLength(12);
	for (const id of similar) expect(Number(id.slice(5)) % 2).toBe(0);
});
