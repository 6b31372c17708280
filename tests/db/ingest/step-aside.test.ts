import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { runIngest } from "@/lib/ingest/run";
import { loadSample } from "@/lib/ingest/sample";
import type { IngestedPaper, SourceName } from "@/lib/ingest/types";
import type { UtcDate } from "@/lib/time";
import { readEdition } from "../editions";
import { counted, paper, windowOf } from "./papers";

const SAMPLE_DAY = "2026-06-08" as UtcDate;
const now = new Date("2026-11-23T12:00:00Z");
const run = (source: SourceName, ...papers: IngestedPaper[]) =>
	runIngest({ now, source, windows: [windowOf("w", papers)] });

it("lets the sample step aside when real papers are listed, and no sooner", async () => {
	await loadSample();
	const [upvoted, listed, described] = (await readEdition(SAMPLE_DAY)).papers.map(({ id }) => id);
	if (!upvoted || !listed || !described) throw new Error("the sample has no papers");
	await db().user.create({ data: { id: "u", name: "", email: "reader@example.org" } });
	await db().vote.create({ data: { userId: "u", paperId: upvoted } });

	// arXiv lists nothing: without the sample the front page would be empty.
	const { listing: _, counts: __, ...fromArxiv } = paper(described, { title: "As arXiv has it" });
	await run("arxiv", fromArxiv, { ...fromArxiv, id: paper("2611.00001").id });
	expect((await readEdition(SAMPLE_DAY)).isSample).toBe(true);

	const real = { listing: { date: SAMPLE_DAY }, ...counted(7, "2026-06-08T12:00:00Z") };
	const { touched } = await run("huggingface", paper(listed, real), paper("2611.00002"));
	const edition = await readEdition(SAMPLE_DAY);
	expect(edition.isSample).toBe(false);
	const kept = edition.papers.map(({ id, title, upvotes }) => ({ id, title: title.text, ...upvotes }));
	expect(kept).toEqual([
		expect.objectContaining({ id: listed, imported: 7, local: 0, importSource: "huggingface" }),
		...[
			expect.objectContaining({ id: upvoted, imported: 0, local: 1, importSource: null }),
			expect.objectContaining({ id: described, imported: 0, local: 0, title: "As arXiv has it" }),
		],
	]);
	expect(touched.days).toContain(SAMPLE_DAY);
	expect(touched.papers.size).toBeGreaterThanOrEqual(49);
	const orphans = { authors: { where: { papers: { none: {} } } }, organizations: { where: { papers: { none: {} } } } };
	expect(await db().author.count(orphans.authors)).toBe(0);
	expect(await db().organization.count(orphans.organizations)).toBe(0);
	expect(await loadSample()).toBe(0);
});

it("leaves a paper where a curator has put it", async () => {
	await db().$executeRaw`TRUNCATE papers, authors, organizations, editions CASCADE`;
	await loadSample();
	await db().edition.create({ data: { date: new Date("2026-06-09") } });
	const moved = { listedBy: null, editionDate: new Date("2026-06-09") };
	await db().paper.update({ where: { id: "2412.14093" }, data: moved });
	await run("huggingface", paper("2611.00002"));
	const left = await db().paper.findMany({ select: { id: true, importedUpvotes: true }, orderBy: { id: "asc" } });
	expect(left).toEqual([
		expect.objectContaining({ id: "2412.14093", importedUpvotes: 0 }),
		expect.objectContaining({ id: "2611.00002" }),
	]);
});

it("takes a sample's day away with its last paper", async () => {
	await db().$executeRaw`TRUNCATE papers, authors, organizations, editions CASCADE`;
	await loadSample();
	await run("huggingface", paper("2611.00002"));
	expect(await db().edition.findMany({ select: { date: true } })).toEqual([{ date: new Date("2026-06-05") }]);
	expect(await db().paper.findMany({ select: { id: true } })).toEqual([{ id: "2611.00002" }]);
});
