import fc from "fast-check";
import pg from "pg";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it, test, vi } from "vitest";
import ApiPage from "@/app/about/api/page";
import { OPTIONS, POST } from "@/app/api/daily_papers/route";
import { GET as getHealth } from "@/app/api/health/route";
import { apiError, apiHealth, dailyPapersParameters } from "@/lib/api/schemas";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { askDaily, askPaper, listDaily, strictPaper } from "./scene";

const NEWEST = new Date("2026-06-09T00:00:00Z");
const DAY = new Date("2026-06-08T00:00:00Z");

const idsOf = async (query: string) => (await listDaily(query)).map(({ paper }) => paper.id);

async function addPaper(id: string, values: Partial<Prisma.PaperUncheckedCreateInput> = {}): Promise<void> {
	await db().paper.create({
		data: {
			id,
			title: `A title of $${id}$`,
			abstract: "An abstract.",
			editionDate: DAY,
			listedAt: new Date("2026-06-08T08:00:00Z"),
			...values,
		},
	});
}

beforeAll(async () => {
	await db().edition.createMany({ data: [{ date: DAY }, { date: NEWEST }] });
	await db().user.create({ data: { id: "reader", name: "Rea Der", email: "reader@example.org" } });
	await db().user.create({ data: { id: "nameless", name: "nameless@example.org", email: "nameless@example.org" } });
	const organization = await db().organization.create({
		data: { slug: "some-lab", name: "Some Lab", logoUrl: "https://cdn.example.org/lab.png" },
	});
	const [first, second] = await db().author.createManyAndReturn({
		data: [
			{ slug: "zoe-first", name: "Zoe First" },
			{ slug: "ana-second", name: "Ana Second" },
		],
	});
	await addPaper("2606.00001", {
		publishedAt: new Date("2026-06-05T10:20:30Z"),
		listedBy: "huggingface",
		submittedBy: "Sub Mitter",
		importSource: "huggingface",
		importedUpvotes: 7,
		importedComments: 2,
		capturedAt: DAY,
		githubRepo: "some-lab/code",
		githubStars: 12,
		projectPage: "https://lab.example.org/",
		aiSummary: "In short.",
		keywords: ["one", "two"],
		thumbnailUrl: "https://cdn.example.org/1.png",
		organizationId: organization.id,
		authors: {
			create: [
				{ position: 2, name: "Ana Second", authorId: second?.id ?? "" },
				{ position: 1, name: "Z. First", authorId: first?.id ?? "" },
			],
		},
	});
	await addPaper("2606.00002", { publishedAt: new Date("2026-06-07T00:00:00Z"), submittedById: "reader" });
	await addPaper("2606.00003", { submittedById: "nameless", listedAt: new Date("2026-06-08T07:00:00Z") });
	await addPaper("2606.00004", { hiddenAt: new Date(), importedUpvotes: 99, importSource: "file", capturedAt: DAY });
	await addPaper("hep-th/9901001", { editionDate: null, listedAt: null });
	await addPaper("2606.00005", { editionDate: NEWEST, listedAt: new Date("2026-06-09T08:00:00Z") });
	await db().vote.create({ data: { userId: "reader", paperId: "2606.00001" } });
});

describe("/api/daily_papers", () => {
	it("tells all that is known of a paper, in Hugging Face's shape, with votes cast here counted in", async () => {
		const organization = { name: "some-lab", fullname: "Some Lab", avatar: "https://cdn.example.org/lab.png" };
		const same = { title: "A title of $2606.00001$", summary: "An abstract.", publishedAt: "2026-06-05T10:20:30.000Z" };
		const [item] = await (await askDaily("?date=2026-06-08")).json();
		expect(item).toEqual({
			...same,
			paper: {
				...same,
				id: "2606.00001",
				authors: [
					{ name: "Z. First", hidden: false },
					{ name: "Ana Second", hidden: false },
				],
				submittedOnDailyAt: "2026-06-08T08:00:00.000Z",
				submittedOnDailyBy: { fullname: "Sub Mitter" },
				upvotes: 8,
				projectPage: "https://lab.example.org/",
				githubRepo: "https://github.com/some-lab/code",
				githubStars: 12,
				ai_summary: "In short.",
				ai_keywords: ["one", "two"],
				organization,
			},
			thumbnail: "https://cdn.example.org/1.png",
			numComments: 2,
			submittedBy: { fullname: "Sub Mitter" },
			organization,
		});
	});

	it("leaves out what is not known, and a name that is an address", async () => {
		const [, item] = await (await askDaily("?date=2026-06-08")).json();
		const same = { title: "A title of $2606.00003$", summary: "An abstract." };
		expect(item).toEqual({
			...same,
			paper: { ...same, id: "2606.00003", authors: [], upvotes: 0, submittedOnDailyAt: "2026-06-08T07:00:00.000Z" },
			numComments: 0,
		});
	});

	test.each([
		["", ["2606.00005", "2606.00001", "2606.00002", "2606.00003"]],
		["?date=2026-06-08", ["2606.00001", "2606.00003", "2606.00002"]],
		["?week=2026-W24", ["2606.00001", "2606.00003", "2606.00002", "2606.00005"]],
		["?month=2026-06&sort=publishedAt", ["2606.00002", "2606.00001", "2606.00003", "2606.00005"]],
		["?sort=trending", ["2606.00001", "2606.00005", "2606.00002", "2606.00003"]],
		["?limit=3&p=1", ["2606.00003"]],
		["?p=2", []],
		["?date=2026-06-07", []],
		["?submitter=Rea+Der", ["2606.00002"]],
		["?submitter=Sub+Mitter", ["2606.00001"]],
		["?submitter=Sub", []],
	])("%s lists %j", async (query, ids) => {
		expect(await idsOf(query)).toEqual(ids);
	});

	it("takes one query for the papers and one for each kind of thing beside them, however many papers", async () => {
		const queries = vi.spyOn(pg.Client.prototype, "query");
		await listDaily("?month=2026-06");
		expect(queries.mock.calls.length).toBe(4);
	});

	it("is kept by caches, and readable from other sites", async () => {
		const { status, headers } = await askDaily("");
		expect([status, headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
		expect(headers.get("cache-control")).toMatch(/^public, s-maxage=20, stale-while-revalidate=/);
		const preflight = OPTIONS();
		expect([preflight.status, preflight.headers.get("access-control-allow-methods")]).toEqual([204, "GET, HEAD"]);
	});

	it("says what is wrong with a parameter, and with a method", async () => {
		expect(await refusalOf(askDaily("?limit=0"))).toEqual([
			400,
			"The parameter limit takes a whole number of papers from 1 to 100; 50 unless given.",
		]);
		expect(await refusalOf(POST())).toEqual([405, "This address takes GET and HEAD only."]);
		expect(POST().headers.get("allow")).toBe("GET, HEAD");
	});

	it("answers any query string with 200 or 400", async () => {
		const name = fc.constantFrom(...Object.keys(dailyPapersParameters.shape), "other");
		const likely = fc.constantFrom("2026-06-08", "0000-01-01", "2024-W03", "0001-W01", "2026-06", "100000", "0", "\0");
		const value = fc.oneof(fc.string({ unit: "binary" }), fc.nat().map(String), likely);
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 4 }), async (pairs) => {
				const response = await askDaily(`?${new URLSearchParams(pairs)}`);
				expect([200, 400]).toContain(response.status);
				if (response.status === 400) apiError.parse(await response.json());
			}),
			{ numRuns: 300 },
		);
	});
});

describe("/api/papers/{id}", () => {
	test.each([
		["2606.00001", "2606.00001"],
		["2606.00001v3", "2606.00001"],
		["hep-th/9901001", "hep-th/9901001"],
		["hep-th%2F9901001", "hep-th/9901001"],
	])("finds %s, on a list or not", async (path, id) => {
		const response = await askPaper(path);
		expect(response.headers.get("access-control-allow-origin")).toBe("*");
		expect(strictPaper.parse(await response.json()).id).toBe(id);
	});

	it("describes a paper as the lists do", async () => {
		const [item] = await listDaily("?date=2026-06-08");
		expect(await (await askPaper("2606.00001")).json()).toEqual(item?.paper);
	});

	test.each(["2606.00004", "2606.09999", "nothing", "%00", "a/b/c", "%ff"])("has no paper %s", async (path) => {
		expect(await refusalOf(askPaper(path))).toEqual([404, "There is no such paper here."]);
	});
});

it("has examples on its page that work when pasted", async () => {
	const html = renderToStaticMarkup(await ApiPage());
	const addresses = [...html.matchAll(/curl &#x27;(.+?)&#x27;/g)].map(([, address]) => address);
	expect(addresses).toEqual([
		"http://127.0.0.1:4200/api/daily_papers?limit=3",
		"http://127.0.0.1:4200/api/papers/search?q=language+models&amp;limit=3",
		"http://127.0.0.1:4200/api/papers/2606.00005",
		"http://127.0.0.1:4200/api/health",
	]);
	expect(await idsOf("?limit=3")).toHaveLength(3);
	expect((await askPaper("2606.00005")).status).toBe(200);
});

it("answers 503 in words while the database is away, to any site", async () => {
	const away = new Error("connect ECONNREFUSED 127.0.0.1");
	vi.spyOn(db().paper, "findMany").mockRejectedValue(away);
	vi.spyOn(db().paper, "findUnique").mockRejectedValue(away);
	for (const response of [await askDaily(""), await askPaper("2606.00001")]) {
		expect(response.headers.get("access-control-allow-origin")).toBe("*");
		expect(await refusalOf(response)).toEqual([503, "This could not be read. Please try again in a minute."]);
	}
});

it("describes /api/health as it answers", async () => {
	apiHealth.strict().parse(await (await getHealth()).json());
});

async function refusalOf(answer: Response | Promise<Response>): Promise<[number, string]> {
	const response = await answer;
	return [response.status, apiError.strict().parse(await response.json()).error];
}
