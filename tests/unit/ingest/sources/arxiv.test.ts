import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { fetchArxivIds, fetchArxivWindow } from "@/lib/ingest/sources/arxiv";
import type { PaperId } from "@/lib/papers/ids";
import type { UtcDate } from "@/lib/time";
import { type ArxivPaper, startArxiv } from "../../../fakes/arxiv";
import { createFakeClock } from "../../../fakes/clock";
import { type Fault, WEB_PAGE, XML_BOMB, XML_DOCTYPE } from "../../../fakes/faults";
import { collect } from "./collect";

const full: ArxivPaper = {
	id: "2412.14093",
	version: 2,
	title: "Alignment Faking &\n  Friends < Foes",
	abstract: "We show $a < b$.\nTwice.",
	authors: ["Ryan Greenblatt", "Sören Mindermann", "Ryan Greenblatt"],
	categories: ["cs.AI", "cs.CL", "cs.LG"],
	published: "2024-12-18T17:41:24Z",
	updated: "2024-12-20T02:22:48Z",
	doi: "10.1000/182",
	journalRef: "Nature 1 (2025)",
	comment: "10 pages,\n  2 figures",
};

function paper(number: number, published: string): ArxivPaper {
	const id = `2606.${String(number).padStart(5, "0")}`;
	return { id, title: `T${number}`, abstract: "A.", authors: ["A. B."], categories: ["cs.LG"], published };
}

const june = Array.from({ length: 450 }, (_, number) =>
	paper(number, new Date(Date.UTC(2026, 5, 3, 0, number)).toISOString()),
);
const edges = [
	paper(900, "2026-06-02T23:59:59Z"),
	paper(901, "2026-06-20T23:59:59Z"),
	paper(902, "2026-06-21T00:01:00Z"),
];
const upstream = await startArxiv([full, ...june, ...edges]);
process.env.ARXIV_API_URL = upstream.url;

beforeEach(() => {
	upstream.faults.length = 0;
	upstream.requests.length = 0;
});
afterAll(() => upstream.close());

const ids = (...texts: string[]) => texts as PaperId[];
const JUNE = { categories: ["cs.LG"], since: "2026-06-03" as UtcDate, until: "2026-06-20" as UtcDate };

describe("papers by id", () => {
	it("come with all that arXiv says", async () => {
		const { papers, problems } = await collect(fetchArxivIds(ids("2412.14093"), { clock: createFakeClock() }));
		expect(problems).toEqual([]);
		expect(papers).toEqual([
			{
				id: "2412.14093",
				version: 2,
				title: "Alignment Faking & Friends < Foes",
				abstract: "We show $a < b$. Twice.",
				authors: ["Ryan Greenblatt", "Sören Mindermann", "Ryan Greenblatt"],
				categories: ["cs.AI", "cs.CL", "cs.LG"],
				publishedAt: new Date("2024-12-18T17:41:24Z"),
				revisedAt: new Date("2024-12-20T02:22:48Z"),
				doi: "10.1000/182",
				journalRef: "Nature 1 (2025)",
				authorComment: "10 pages, 2 figures",
			},
		]);
	});

	it("come a hundred at a time; the ones that arXiv does not know are named", async () => {
		const wanted = [...june.slice(0, 150).map(({ id }) => id), "2699.99999", "2699.99999", "openreview-xyz"];
		const { papers, problems, failed, pages } = await collect(
			fetchArxivIds(ids(...wanted), { clock: createFakeClock() }),
		);
		expect([papers.length, pages, failed]).toEqual([150, 2, 2]);
		expect(problems.map(({ where }) => where)).toEqual(["2699.99999", "openreview-xyz"]);
		expect(upstream.requests).toHaveLength(2);
	});

	it("are asked for without a request where none is arXiv's", async () => {
		expect((await collect(fetchArxivIds(ids("openreview-xyz")))).failed).toBe(1);
		expect(await collect(fetchArxivIds([]))).toMatchObject({ pages: 0 });
		expect(upstream.requests).toEqual([]);
	});
});

describe("papers of a window", () => {
	it("come by weeks and pages, all of them, neither earlier nor later ones", async () => {
		const { papers } = await collect(fetchArxivWindow(JUNE, { clock: createFakeClock() }));
		expect(papers.map(({ id }) => id)).toEqual([...june.map(({ id }) => id), "2606.00901"]);
		const asked = upstream.requests.map(
			({ url }) => `${url.searchParams.get("search_query")} ${url.searchParams.get("start")}`,
		);
		expect(asked).toEqual([
			"(cat:cs.LG) AND submittedDate:[202606030000 TO 202606100000] 0",
			"(cat:cs.LG) AND submittedDate:[202606030000 TO 202606100000] 200",
			"(cat:cs.LG) AND submittedDate:[202606030000 TO 202606100000] 400",
			"(cat:cs.LG) AND submittedDate:[202606100000 TO 202606170000] 0",
			"(cat:cs.LG) AND submittedDate:[202606170000 TO 202606210000] 0",
		]);
	});

	it("are asked for again when a page comes empty amid the list", async () => {
		const page = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:o="http://a9.com/-/spec/opensearch/1.1/"><o:totalResults>450</o:totalResults></feed>`;
		upstream.faults.push(undefined, { kind: "body", type: "application/atom+xml", body: page });
		expect((await collect(fetchArxivWindow(JUNE, { clock: createFakeClock() }))).papers).toHaveLength(451);
	});

	it("are of arXiv's categories only", async () => {
		const window = { ...JUNE, categories: ["cs.LG", "cs.LG) OR (all:x"] };
		await expect(collect(fetchArxivWindow(window))).rejects.toMatchObject({ kind: "refused" });
		await expect(collect(fetchArxivWindow({ ...JUNE, categories: [] }))).rejects.toMatchObject({ kind: "refused" });
		expect(upstream.requests).toEqual([]);
	});
});

it("asks at most every three seconds, over one connection, whoever asks", async () => {
	const clock = createFakeClock();
	const before = upstream.connections();
	const one = collect(fetchArxivIds(ids("2412.14093"), { clock }));
	const other = collect(fetchArxivIds(ids("2606.00001"), { clock }));
	await Promise.all([one, other, collect(fetchArxivIds(ids("2606.00002"), { clock }))]);
	expect(upstream.requests).toHaveLength(3);
	expect(clock.sleeps.filter((ms) => ms === 3_000).length).toBeGreaterThanOrEqual(2);
	expect(upstream.connections() - before).toBeLessThanOrEqual(1);
});

describe("when something goes wrong", () => {
	const status = (code: number, headers?: Record<string, string>): Fault => ({
		kind: "status",
		status: code,
		...(headers && { headers }),
	});
	const feed = (body: string): Fault => ({ kind: "body", type: "application/atom+xml", body });
	const mistake =
		"<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>incorrect id format for x</summary></entry>";
	const refusal = `<feed xmlns="http://www.w3.org/2005/Atom">${mistake}</feed>`;

	it.each<[string, Fault]>([
		["429 with Retry-After", status(429, { "Retry-After": "20" })],
		["503 with Retry-After", status(503, { "Retry-After": "20" })],
		["the bare words", feed("Rate exceeded.")],
		["a cut connection", { kind: "cut" }],
	])("for a while, the paper comes nevertheless: %s", async (_, fault) => {
		upstream.faults.push(fault);
		expect((await collect(fetchArxivIds(ids("2412.14093"), { clock: createFakeClock() }))).papers).toHaveLength(1);
		expect(upstream.requests).toHaveLength(2);
	});

	it.each<[string, Fault, number, object]>([
		["503s", status(503), 4, { kind: "unavailable" }],
		["429s", status(429), 4, { kind: "rate-limited" }],
		["a ban", status(403), 1, { kind: "refused" }],
		[
			"an error entry",
			feed(refusal),
			1,
			{ kind: "refused", message: expect.stringContaining("incorrect id format for x") },
		],
		[
			"an error entry with 400",
			{ kind: "status", status: 400, body: refusal },
			1,
			{ kind: "refused", message: expect.stringContaining("incorrect id format") },
		],
		["a bare 400", status(400), 1, { kind: "refused" }],
		["a web page", WEB_PAGE, 1, { kind: "malformed" }],
		[
			"XHTML",
			feed("<html><body>Soon back</body></html>"),
			1,
			{ kind: "malformed", message: expect.stringContaining("a web page") },
		],
		["half of the feed", { kind: "truncated" }, 1, { kind: "malformed" }],
		["an XML bomb", XML_BOMB, 1, { kind: "malformed", message: expect.stringContaining("document type") }],
		["a document type", XML_DOCTYPE, 1, { kind: "malformed" }],
		["2 GB", { kind: "endless", as: "packed" }, 1, { kind: "too-large" }],
		["a redirect", { kind: "redirect", to: "http://169.254.169.254/latest/meta-data/" }, 1, { kind: "not-allowed" }],
	])("it ends with an error that says so: %s", async (_, fault, times, error) => {
		upstream.faults.push(...Array.from({ length: times }, () => fault));
		const pages = fetchArxivIds(ids("2412.14093"), { clock: createFakeClock() });
		await expect(collect(pages)).rejects.toMatchObject({ name: "SourceError", ...error });
		expect(upstream.requests).toHaveLength(times);
	});

	it("tells of a stub without losing what is beside it", async () => {
		const stub = "<entry><id>http://arxiv.org/abs/2606.00001v1</id><title/></entry>";
		const odd = "<entry><id>http://arxiv.org/abs/what</id></entry>";
		upstream.faults.push(feed(`<feed xmlns="http://www.w3.org/2005/Atom">${stub}${odd}</feed>`));
		const { problems } = await collect(fetchArxivIds(ids("2606.00001"), { clock: createFakeClock() }));
		expect(problems.map(({ where }) => where)).toEqual(["2606.00001", "an entry"]);
	});
});
