import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { afterAll, expect } from "vitest";
import { fetchArxivIds } from "@/lib/ingest/sources/arxiv";
import { fetchArxivAnnouncements } from "@/lib/ingest/sources/arxiv-announcements";
import { readPapersFile } from "@/lib/ingest/sources/file";
import { fetchHuggingFaceDay } from "@/lib/ingest/sources/huggingface";
import { readSnapshotsFile } from "@/lib/ingest/sources/snapshots";
import type { PaperId } from "@/lib/papers/ids";
import type { UtcDate } from "@/lib/time";
import { createFakeClock } from "../../../fakes/clock";
import type { Fault } from "../../../fakes/faults";
import { startUpstream } from "../../../fakes/upstream";
import { collect, collectRecords } from "./collect";
import { dataPath, itWithData, readData } from "./reference-data";

const upstream = await startUpstream(() => ({ status: 200, type: "application/json", body: "[]" }));
for (const name of ["HUGGINGFACE_URL", "ARXIV_API_URL", "ARXIV_RSS_URL"]) process.env[name] = upstream.url;
afterAll(() => upstream.close());

const answer = async (name: string): Promise<Fault> => ({
	kind: "body",
	type: "text/plain",
	body: await readData(`raw/${name}`),
});

for (const [day, papers, own] of [
	["2024-05-27", 13, { submitted: 0, organizations: 0, summaries: 0, keywords: 0, repos: 0, stars: 0, projects: 0 }],
	[
		"2025-06-10",
		28,
		{ submitted: 28, organizations: 0, summaries: 28, keywords: 28, repos: 13, stars: 0, projects: 13 },
	],
	[
		"2026-02-25",
		20,
		{ submitted: 20, organizations: 11, summaries: 19, keywords: 19, repos: 11, stars: 11, projects: 11 },
	],
] as const) {
	itWithData(`reads Hugging Face's whole answer of ${day}`, async () => {
		upstream.faults.push(await answer(`hf_api_daily_papers_${day}.json`));
		const read = await collect(fetchHuggingFaceDay(day as UtcDate));
		expect([read.papers.length, read.failed]).toEqual([papers, 0]);
		const count = (has: (paper: (typeof read.papers)[number]) => unknown) =>
			read.papers.filter((paper) => has(paper) !== undefined).length;
		expect({
			submitted: count(({ listing }) => listing?.submittedBy),
			organizations: count(({ organization }) => organization),
			summaries: count(({ aiSummary }) => aiSummary),
			keywords: count(({ keywords }) => keywords),
			repos: count(({ githubRepo }) => githubRepo),
			stars: count(({ githubStars }) => githubStars),
			projects: count(({ projectPage }) => projectPage),
		}).toEqual(own);
		for (const paper of read.papers) {
			expect(paper.listing?.date).toBe(day);
			expect(paper.publishedAt && paper.publishedAt < new Date(`${day}T00:00:00Z`)).toBe(true);
			expect(paper.thumbnailUrl).toMatch(/^https:\/\/cdn-thumbnails\.huggingface\.co\//);
		}
	});
}

itWithData("reads arXiv's query answers", async () => {
	const wanted = ["2510.14968", "2510.14827"] as PaperId[];
	upstream.faults.push(await answer("arxiv_atom_query_2025-10-17.xml"), await answer("arxiv_atom_empty.xml"));
	const clock = createFakeClock();
	const { papers, problems } = await collect(fetchArxivIds(wanted, { clock }));
	expect(problems).toEqual([]);
	expect(papers.map(({ id, version, authors }) => [id, version, authors.length])).toEqual([
		["2510.14968", 1, 4],
		["2510.14827", 1, 6],
	]);
	expect(papers[0]).toMatchObject({
		title: "RDD: Retrieval-Based Demonstration Decomposer for Planner Alignment in Long-Horizon Tasks",
		categories: ["cs.RO", "cs.AI", "cs.CV", "cs.LG", "cs.SY", "eess.SY"],
		authorComment: expect.stringContaining("(NeurIPS 2025)"),
	});
	expect(await collect(fetchArxivIds(wanted.slice(0, 1), { clock }))).toMatchObject({ papers: [], failed: 1 });
});

itWithData("reads arXiv's announcements", async () => {
	upstream.faults.push(await answer("arxiv_rss_example.xml"));
	const { papers, failed } = await collect(fetchArxivAnnouncements(["cs.AI"], { clock: createFakeClock() }));
	expect([papers.length, failed]).toEqual([7, 0]);
	expect(papers[0]?.abstract).toMatch(/^As large language models/);
	expect(papers[2]?.authors).toEqual(["Paulo André Lima de Castro"]);
});

itWithData("reads all 7,875 kept papers, each on its day, with its date and its authors in order", async () => {
	const { papers, failed } = await collect(readPapersFile(dataPath("hf_daily_papers.jsonl.gz")));
	expect([papers.length, failed]).toEqual([7_875, 0]);
	expect(new Set(papers.map(({ listing }) => listing?.date)).size).toBe(501);
	const raw = await readRawItems();
	for (const [index, paper] of papers.entries()) {
		const item = raw[index];
		expect(paper.listing?.date).toBe(item?._archive.listedOn);
		expect(paper.publishedAt?.toISOString()).toBe(item?.paper.publishedAt);
		expect(paper.authors).toEqual(item?.paper.authors.map(({ name }) => name));
		expect(paper.title).not.toMatch(/\n| {2}/);
	}
});

itWithData("reads all 25,156 captures of votes", async () => {
	const { records: snapshots, failed } = await collectRecords(readSnapshotsFile(dataPath("vote_snapshots.csv.gz")));
	expect([snapshots.length, failed]).toEqual([25_156, 0]);
	expect(snapshots.filter(({ comments }) => comments !== undefined)).toHaveLength(8_108);
});

type RawItem = {
	paper: { publishedAt: string; authors: { name: string }[] };
	_archive: { listedOn: string };
};

async function readRawItems(): Promise<RawItem[]> {
	const text = gunzipSync(await readFile(dataPath("hf_daily_papers.jsonl.gz"))).toString();
	return text
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));
}
