import { afterAll, expect, it } from "vitest";
import { fetchArxivAnnouncements } from "@/lib/ingest/sources/arxiv-announcements";
import { type ArxivPaper, startArxiv } from "../../../fakes/arxiv";
import { createFakeClock } from "../../../fakes/clock";
import { collect } from "./collect";

function paper(number: number, announced: string, own: Partial<ArxivPaper> = {}): ArxivPaper {
	return {
		id: `2611.${String(number).padStart(5, "0")}`,
		title: "T",
		abstract: "We do.\nThen more.",
		authors: ["A. B."],
		categories: ["cs.LG"],
		published: "2026-11-20T10:00:00Z",
		announced,
		...own,
	};
}

const upstream = await startArxiv([
	paper(1, "new", {
		title: String.raw`Schr\"odinger bridges`,
		authors: [String.raw`Andr\'e Lima (MIT, USA)`, "Martin King, Jr.", "Bob Jones"],
	}),
	paper(2, "cross", { categories: ["cs.CL", "cs.LG"] }),
	paper(3, "replace", { version: 4 }),
	paper(4, "replace-cross", { version: 2 }),
	paper(5, "withdrawn"),
	paper(6, "new", { categories: ["math.CO"] }),
]);
process.env.ARXIV_RSS_URL = upstream.url;
afterAll(() => upstream.close());

it("gives what was announced in the categories, without the announcement's dates", async () => {
	const { papers, problems } = await collect(fetchArxivAnnouncements(["cs.LG", "cs.CL"], { clock: createFakeClock() }));
	expect(upstream.requests[0]?.url.pathname).toBe("/atom/cs.LG+cs.CL");
	expect(papers.map(({ id, version }) => `${id}v${version}`)).toEqual([
		"2611.00001v1",
		"2611.00002v1",
		"2611.00003v4",
		"2611.00004v2",
	]);
	expect(papers[0]).toEqual({
		id: "2611.00001",
		version: 1,
		title: "Schrödinger bridges",
		abstract: "We do. Then more.",
		authors: ["André Lima", "Martin King, Jr.", "Bob Jones"],
		categories: ["cs.LG"],
	});
	expect(problems).toEqual([
		{ where: "oai:arXiv.org:2611.00005v1", reason: "its announce type is not one that we know" },
	]);
});

it("gives only the types that are asked for", async () => {
	const options = { clock: createFakeClock(), types: ["new", "cross"] as const };
	const { papers } = await collect(fetchArxivAnnouncements(["cs.LG"], options));
	expect(papers.map(({ id }) => id)).toEqual(["2611.00001", "2611.00002"]);
});

it("has nothing on a day without announcement", async () => {
	expect((await collect(fetchArxivAnnouncements(["hep-th"], { clock: createFakeClock() }))).pages).toBe(0);
});
