import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { fetchHuggingFaceDay, fetchHuggingFaceMonth, fetchHuggingFaceWeek } from "@/lib/ingest/sources/huggingface";
import { addDays, type UtcDate } from "@/lib/time";
import { createFakeClock } from "../../../fakes/clock";
import { type Fault, WEB_PAGE } from "../../../fakes/faults";
import { type ListedItem, startHuggingFace } from "../../../fakes/huggingface";
import { collect } from "./collect";

const DAY = "2026-06-08" as UtcDate;

function listed(number: number, listedOn: string, own: object = {}): ListedItem {
	const paper = {
		id: `2606.${String(number).padStart(5, "0")}`,
		title: `Paper\n  ${number}`,
		summary: "About\nsomething.",
		authors: [{ name: "B. Second", hidden: false }, { name: "A. First" }],
		publishedAt: "2026-06-05T17:59:53.000Z",
		submittedOnDailyAt: `${listedOn}T00:00:00.000Z`,
		upvotes: number,
		...own,
	};
	return { listedOn, item: { paper, publishedAt: "2026-06-05T13:59:53.000Z", numComments: 2 } as ListedItem["item"] };
}

const items = Array.from({ length: 230 }, (_, number) => listed(number, DAY));
items.push(listed(300, "2026-06-09"), listed(301, "2026-05-31"));
const upstream = await startHuggingFace(items);
process.env.HUGGINGFACE_URL = upstream.url;

beforeEach(() => {
	upstream.faults.length = 0;
	upstream.requests.length = 0;
});
afterAll(() => upstream.close());

describe("a day's list", () => {
	it("comes in pages, whole, and ends with an empty one", async () => {
		const { papers, pages, failed } = await collect(fetchHuggingFaceDay(DAY));
		expect([papers.length, pages, failed]).toEqual([230, 3, 0]);
		expect(upstream.requests.map(({ url }) => url.search)).toEqual(
			[0, 1, 2, 3].map((page) => `?date=${DAY}&limit=100&p=${page}`),
		);
	});

	it("gives clean papers with counts as of the answer", async () => {
		const clock = createFakeClock();
		const { papers } = await collect(fetchHuggingFaceDay("2026-06-09" as UtcDate, { clock }));
		expect(papers).toEqual([
			{
				id: "2606.00300",
				title: "Paper 300",
				abstract: "About something.",
				authors: ["B. Second", "A. First"],
				publishedAt: new Date("2026-06-05T17:59:53Z"),
				listing: { date: "2026-06-09" },
				counts: { upvotes: 300, comments: 2, capturedAt: new Date(clock.now()) },
			},
		]);
	});

	it("is empty where nothing was listed", async () => {
		expect(await collect(fetchHuggingFaceDay(addDays(DAY, -1)))).toEqual({
			papers: [],
			problems: [],
			failed: 0,
			pages: 0,
		});
	});

	it("is refused for a day that the source does not take", async () => {
		await expect(collect(fetchHuggingFaceDay("2026-99-99" as UtcDate))).rejects.toMatchObject({ kind: "refused" });
	});

	it("loses no paper for a bad one beside it", async () => {
		const bad = [
			null,
			{},
			{ paper: { id: "../etc" } },
			{ paper: { id: "2606.00999", title: " ", summary: "x", authors: [] } },
		];
		const good = listed(1, DAY, {
			upvotes: "many",
			githubStars: -1,
			projectPage: "javascript:alert(1)",
			githubRepo: 7,
			ai_keywords: "no",
		});
		upstream.faults.push(
			{ kind: "body", type: "application/json", body: JSON.stringify([...bad, good.item]) },
			empty(),
		);
		const { papers, problems, failed } = await collect(fetchHuggingFaceDay(DAY));
		expect(papers.map(({ id }) => id)).toEqual(["2606.00001"]);
		expect(Object.keys(papers[0] ?? {})).toEqual(["id", "title", "abstract", "authors", "publishedAt", "listing"]);
		expect(failed).toBe(4);
		expect(problems.map(({ where }) => where)).toEqual(["page 0, item 1", "page 0, item 2", "../etc", "2606.00999"]);
		expect(problems[2]?.reason).toBe("paper.id: is no arXiv id");
	});

	it("is the day that a paper names, should the source answer with another day's list", async () => {
		upstream.faults.push(
			{ kind: "body", type: "application/json", body: JSON.stringify([listed(1, "2026-06-05").item]) },
			empty(),
		);
		const { papers } = await collect(fetchHuggingFaceDay(DAY));
		expect(papers[0]?.listing?.date).toBe("2026-06-05");
	});

	it("ends where the source takes no page's number", async () => {
		const page = JSON.stringify([listed(1, DAY).item, listed(2, DAY).item]);
		upstream.faults.push(...[page, page].map((body): Fault => ({ kind: "body", type: "application/json", body })));
		expect((await collect(fetchHuggingFaceDay(DAY))).papers).toHaveLength(2);
	});
});

it("reads weeks and months, each paper on its own day", async () => {
	const week = await collect(fetchHuggingFaceWeek("2026-W24"));
	expect(week.papers).toHaveLength(231);
	expect(new Set(week.papers.map(({ listing }) => listing?.date))).toEqual(new Set([DAY, "2026-06-09"]));
	expect((await collect(fetchHuggingFaceMonth("2026-05"))).papers.map(({ id }) => id)).toEqual(["2606.00301"]);
	await expect(collect(fetchHuggingFaceWeek("next"))).rejects.toMatchObject({ kind: "refused" });
});

it("gets pages of any size whole", async () => {
	const small = await startHuggingFace(items, { largestPage: 50 });
	// The settings are read once: the answers of the other server pass through this one.
	const pages = await Promise.all(
		[0, 1, 2, 3, 4].map(async (page) =>
			(await fetch(`${small.url}/api/daily_papers?date=${DAY}&limit=100&p=${page}`)).text(),
		),
	);
	await small.close();
	upstream.faults.push(...pages.map((body): Fault => ({ kind: "body", type: "application/json", body })), empty());
	expect((await collect(fetchHuggingFaceDay(DAY))).papers).toHaveLength(230);
});

describe("when something goes wrong for a while", () => {
	const status = (code: number, headers?: Record<string, string>): Fault => ({
		kind: "status",
		status: code,
		...(headers && { headers }),
	});

	it.each<[string, Fault]>([
		["429 with Retry-After", status(429, { "Retry-After": "20" })],
		["429 without", status(429)],
		["500", status(500)],
		["a connection cut amid the body", { kind: "cut" }],
	])("the list comes nevertheless: %s", async (_, fault) => {
		const clock = createFakeClock();
		upstream.faults.push(undefined, fault);
		expect((await collect(fetchHuggingFaceDay(DAY, { clock }))).papers).toHaveLength(230);
		expect(clock.sleeps).toHaveLength(1);
	});

	it.each<[string, Fault, number, object]>([
		["500s", status(500), 4, { kind: "unavailable" }],
		["429s", status(429), 4, { kind: "rate-limited" }],
		["cut connections", { kind: "cut" }, 4, { kind: "unavailable" }],
		["a web page", WEB_PAGE, 1, { kind: "malformed", message: expect.stringContaining("a web page") }],
		["half of the JSON", { kind: "truncated" }, 1, { kind: "malformed" }],
		["another JSON", { kind: "body", type: "application/json", body: `{"error":"x"}` }, 1, { kind: "malformed" }],
		["2 GB", { kind: "endless", as: "unannounced" }, 1, { kind: "too-large" }],
		["a redirect", { kind: "redirect", to: "http://169.254.169.254/" }, 1, { kind: "not-allowed" }],
	])("it ends with an error that says so: %s", async (_, fault, times, error) => {
		upstream.faults.push(...Array.from({ length: times }, () => fault));
		await expect(collect(fetchHuggingFaceDay(DAY, { clock: createFakeClock() }))).rejects.toMatchObject(error);
		expect(upstream.requests).toHaveLength(times);
	});

	it("gives what came before the error", async () => {
		upstream.faults.push(undefined, WEB_PAGE);
		const pages = fetchHuggingFaceDay(DAY);
		expect((await pages.next()).value?.papers).toHaveLength(100);
		await expect(pages.next()).rejects.toMatchObject({ kind: "malformed" });
	});

	it("stops when the caller gives up", async () => {
		const signal = AbortSignal.abort(new Error("enough"));
		await expect(collect(fetchHuggingFaceDay(DAY, { signal }))).rejects.toThrow("enough");
	});
});

function empty(): Fault {
	return { kind: "body", type: "application/json", body: "[]" };
}
