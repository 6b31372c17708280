import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { log } from "@/lib/log";
import { toPlainLine } from "@/lib/papers/citation/text";
import { readBibtex, readRis } from "../../unit/papers/citation/readers";
import { parseCsv } from "../../unit/syndication/parse-csv";
import { addPaper, askExport, fill, HOSTILE_TITLES } from "./scene";

const IDS = ["2606.00005", "2606.00004", "2606.00003", "2606.00002", "2606.00001"];
const TITLES = HOSTILE_TITLES.toReversed().map(toPlainLine);
const COLUMNS =
	"id,title,authors,published,listed,upvotes,comments,organisation,code,project_page,arxiv,abstract".split(",");

beforeAll(fill);

it("is a file in each format, and says how many papers it can hold", async () => {
	for (const [format, type] of [
		["json", "application/json"],
		["csv", "text/csv"],
		["bib", "application/x-bibtex"],
		["ris", "application/x-research-info-systems"],
	] as const) {
		const { status, headers } = await askExport(format);
		expect(status).toBe(200);
		expect(Object.fromEntries(headers)).toEqual({
			"content-type": `${type}; charset=utf-8`,
			"content-disposition": `attachment; filename="broadsheet.${format}"`,
			"cache-control": "public, s-maxage=20, stale-while-revalidate=10, stale-if-error=86400",
			"x-limit-max": "1000",
		});
	}
});

it("is read back from JSON", async () => {
	const papers = await (await askExport("json")).json();
	expect(papers.map(({ title }: { title: string }) => title)).toEqual(TITLES);
	expect(papers[1]).toEqual({
		id: "2606.00004",
		title: HOSTILE_TITLES[3],
		authors: ["Zoe First", "Ana Second"],
		published: "2026-06-05",
		listed: "2026-06-08T08:00:03.000Z",
		upvotes: 3,
		comments: 3,
		organisation: "Some & Lab",
		code: "https://github.com/some-lab/code",
		project_page: "https://lab.example.org/?a=1&b=2",
		arxiv: "https://arxiv.org/abs/2606.00004",
		abstract: `Of ${HOSTILE_TITLES[3]} and x^2, "quoted", in lines.`,
	});
});

it("is read back from CSV, where no title runs as a formula", async () => {
	const [header, ...rows] = parseCsv(await (await askExport("csv")).text());
	expect(header).toEqual(COLUMNS);
	expect(rows.map(([id]) => id)).toEqual(IDS);
	expect(rows.map(([, title]) => title)).toEqual(TITLES.map((title) => title.replace(/^[=@]/, "'$&")));
	expect(rows[0]?.slice(2, 7)).toEqual(["Zoe First; Ana Second", "2026-06-05", "2026-06-08T08:00:04.000Z", "4", "4"]);
});

it("is read back from BibTeX and RIS", async () => {
	const bib = readBibtex(await (await askExport("bib")).text());
	expect(bib.map((entry) => entry["citation-key"]?.replace(/.*_/, ""))).toEqual(IDS);
	const ris = readRis(await (await askExport("ris")).text());
	expect(ris.map(({ title }) => title)).toEqual(TITLES);
	for (const { author } of [...bib, ...ris]) expect(author?.map(({ family }) => family)).toEqual(["First", "Second"]);
});

it("is a file without papers where there are none", async () => {
	expect(await (await askExport("json", "?window=2026-05")).json()).toEqual([]);
	expect(parseCsv(await (await askExport("csv", "?window=2026-05")).text())).toEqual([COLUMNS]);
	expect(await (await askExport("bib", "?window=2026-05")).text()).toBe("");
});

it.each([
	["csv", "?limit=1001", 400, "The parameter limit takes a number of papers, from 1 to 1000."],
	["bib", "?order=best", 400, "The parameter order takes top, new or rising, and with q also relevance."],
	["json", "?org=none", 404, "There is no organisation of this name here."],
	["docx", "", 404, "Lists are exported as json, csv, bib, ris."],
])("%s%s is refused", async (format, query, status, error) => {
	const response = await askExport(format, query);
	expect([response.status, await response.json()]).toEqual([status, { error }]);
});

describe("a long list", () => {
	beforeAll(async () => {
		for (let at = 100; at < 350; at++) await addPaper(`2606.00${at}`);
	});

	it("comes whole, each paper once, in the order of the list, though votes are cast meanwhile", async () => {
		const expected = await db().paper.findMany({
			where: { hiddenAt: null },
			orderBy: [{ upvotes: "desc" }, { listedAt: "asc" }, { id: "asc" }],
		});
		const reader = (await askExport("csv", "?window=all&order=top")).body?.pipeThrough(new TextDecoderStream());
		let text = "";
		for await (const piece of reader ?? []) {
			text += piece;
			await db().paper.updateMany({
				where: { id: "2606.00340" },
				data: { importSource: "file", importedUpvotes: { increment: 50 } },
			});
		}
		expect(
			parseCsv(text)
				.slice(1)
				.map(([id]) => id),
		).toEqual(expected.map(({ id }) => id));
		expect(await (await askExport("json", "?window=all&limit=120")).json()).toHaveLength(120);
	});

	it("breaks off, and is logged, when the database goes down halfway", async () => {
		const logged = vi.spyOn(log, "error").mockReturnValue();
		const response = await askExport("csv", "?window=all");
		vi.spyOn(db().paper, "findMany").mockRejectedValue(new Error("down"));
		await expect(response.text()).rejects.toThrow();
		expect(logged).toHaveBeenCalledOnce();
	});

	it("says 503 when it is down from the start", async () => {
		vi.spyOn(log, "error").mockReturnValue();
		vi.spyOn(db().paper, "findMany").mockRejectedValue(new Error("down"));
		expect((await askExport("csv")).status).toBe(503);
	});
});
