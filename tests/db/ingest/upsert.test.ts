import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { withSession } from "@/lib/db/session";
import type { IngestedPaper, SourceName } from "@/lib/ingest/types";
import { upsertPapers } from "@/lib/ingest/upsert";
import type { PaperId } from "@/lib/papers/ids";
import { findPaper } from "@/lib/papers/queries";
import type { UtcDate } from "@/lib/time";
import { counted, DAY, paper } from "./papers";

const ID = "2606.00001";
const FIRST = new Date("2026-06-05T12:00:00Z");
const LATER = new Date("2026-06-06T12:00:00Z");

const upsert = async (source: SourceName, papers: IngestedPaper[], now = FIRST, dryRun = false) => {
	const { papers: _, days: __, ...counts } = await withSession((s) => upsertPapers(s, papers, { source, now, dryRun }));
	return counts;
};
const held = (id = ID) =>
	db().paper.findUniqueOrThrow({ where: { id }, include: { organization: true, snapshots: true } });
const authorsOf = async (id = ID) => (await findPaper(id as PaperId))?.authors.map(({ name }) => name);

beforeEach(async () => {
	await db().$executeRaw`TRUNCATE papers, authors, organizations, editions CASCADE`;
});

describe("running again", () => {
	it("changes nothing, says so, and writes no row", async () => {
		const batch = [paper(ID, { organization: { slug: "lab", name: "Lab" } }), paper("2606.00002")];
		expect(await upsert("huggingface", batch)).toEqual({ new: 2, changed: 0, unchanged: 0 });
		const versions = () => db().$queryRaw`
			SELECT xmin::text FROM papers UNION ALL SELECT xmin::text FROM paper_authors
			UNION ALL SELECT xmin::text FROM authors UNION ALL SELECT xmin::text FROM organizations`;
		const before = await versions();
		expect(await upsert("huggingface", batch, LATER)).toEqual({ new: 0, changed: 0, unchanged: 2 });
		expect((await held()).updatedAt).toEqual(FIRST);
		// What was seen at the same instant as before is not even noted.
		expect(await versions()).toEqual(before);
	});

	it("takes over what changed, and moves updatedAt for it alone", async () => {
		await upsert("huggingface", [paper(ID), paper("2606.00002")]);
		const batch = [paper(ID, { abstract: "Another." }), paper("2606.00002")];
		expect(await upsert("huggingface", batch, LATER)).toEqual({ new: 0, changed: 1, unchanged: 1 });
		expect(await held()).toMatchObject({ abstract: "Another.", updatedAt: LATER, createdAt: FIRST });
		expect((await held("2606.00002")).updatedAt).toEqual(FIRST);
	});

	it("does not take new counts for a change of the paper", async () => {
		await upsert("huggingface", [paper(ID)]);
		const more = paper(ID, { ...counted(9, "2026-06-05T13:00:00Z"), githubStars: 4 });
		expect(await upsert("huggingface", [more], LATER)).toEqual({ new: 0, changed: 1, unchanged: 0 });
		expect(await held()).toMatchObject({ importedUpvotes: 9, githubStars: 4, updatedAt: FIRST });
	});

	it("leaves what a source no longer mentions", async () => {
		await upsert("huggingface", [paper(ID, { githubRepo: "a/b", keywords: ["one"], aiSummary: { text: "Short." } })]);
		await upsert("huggingface", [paper(ID, counted(5, "2026-06-06T00:00:00Z"))], LATER);
		expect(await held()).toMatchObject({ githubRepo: "a/b", keywords: ["one"], aiSummary: "Short." });
	});
});

describe("authors", () => {
	it("are replaced when names or order differ, and keep their order, one name twice included", async () => {
		await upsert("huggingface", [paper(ID, { authors: ["A", "B", "A"] })]);
		expect(await authorsOf()).toEqual(["A", "B", "A"]);
		await upsert("huggingface", [paper(ID, { authors: ["B", "A"] })], LATER);
		expect(await authorsOf()).toEqual(["B", "A"]);
		expect(await held()).toMatchObject({ authorCount: 2, updatedAt: LATER });
	});

	it("are one row a slug, each paper keeping its own spelling", async () => {
		await upsert("huggingface", [
			paper(ID, { authors: ["José Pérez"] }),
			paper("2606.00002", { authors: ["Jose Perez"] }),
		]);
		expect(await db().author.findMany()).toMatchObject([{ slug: "jose-perez", name: "José Pérez" }]);
		expect(await authorsOf("2606.00002")).toEqual(["Jose Perez"]);
	});
});

describe("a paper that two sources know", () => {
	const fromArxiv: IngestedPaper = {
		id: ID as PaperId,
		title: "The title at arXiv",
		abstract: "The abstract at arXiv.",
		authors: ["Ada Lovelace"],
		publishedAt: new Date("2026-06-01T17:00:00Z"),
		revisedAt: new Date("2026-06-04T17:00:00Z"),
		version: 2,
		categories: ["cs.LG", "cs.CL"],
		doi: "10.1000/1",
	};
	const fromHuggingFace = paper(ID, { githubRepo: "a/b", organization: { slug: "lab", name: "Lab" } });
	const both = {
		title: "The title at arXiv",
		abstract: "The abstract at arXiv.",
		authorCount: 1,
		version: 2,
		categories: ["cs.LG", "cs.CL"],
		doi: "10.1000/1",
		publishedAt: fromArxiv.publishedAt,
		describedBy: "arxiv",
		listedBy: "huggingface",
		editionDate: new Date(DAY),
		submittedBy: "Lister",
		importSource: "huggingface",
		importedUpvotes: 5,
		githubRepo: "a/b",
		organization: { slug: "lab" },
	};

	it.each([
		["arXiv first", ["arxiv", "huggingface"] as const],
		["Hugging Face first", ["huggingface", "arxiv"] as const],
	])("is one, each field from the one that knows best: %s", async (_, sources) => {
		for (const source of sources) await upsert(source, [source === "arxiv" ? fromArxiv : fromHuggingFace]);
		expect(await db().paper.count()).toBe(1);
		expect(await held()).toMatchObject(both);
		expect(await authorsOf()).toEqual(["Ada Lovelace"]);
		// Nothing goes to and fro from then on.
		expect(await upsert("huggingface", [fromHuggingFace], LATER)).toMatchObject({ changed: 0, unchanged: 1 });
		expect(await upsert("arxiv", [fromArxiv], LATER)).toMatchObject({ changed: 0, unchanged: 1 });
	});

	it("is not taken back to an older version", async () => {
		await upsert("arxiv", [fromArxiv]);
		expect(await upsert("arxiv", [{ ...fromArxiv, version: 1, title: "Old" }], LATER)).toMatchObject({ unchanged: 1 });
		expect(await upsert("arxiv", [{ ...fromArxiv, version: 3, title: "New" }], LATER)).toMatchObject({ changed: 1 });
		expect(await held()).toMatchObject({ title: "New", version: 3, updatedAt: LATER });
	});
});

describe("the listing", () => {
	const on = (date: string, at: string) => paper(ID, { listing: { date: date as UtcDate }, ...counted(5, at) });

	it("stays where it was first, whatever another source says", async () => {
		await upsert("huggingface", [on("2026-06-05", "2026-06-05T12:00:00Z")]);
		await upsert("file", [on("2026-06-08", "2026-06-08T12:00:00Z")]);
		expect(await held()).toMatchObject({ editionDate: new Date("2026-06-05"), listedBy: "huggingface" });
	});

	it("moves when the source that listed it says so later, not by an older capture", async () => {
		await upsert("file", [on("2026-06-05", "2026-06-05T12:00:00Z")]);
		await upsert("file", [on("2026-06-08", "2026-06-08T12:00:00Z")], LATER);
		expect(await held()).toMatchObject({ editionDate: new Date("2026-06-08"), updatedAt: LATER });
		await upsert("file", [on("2026-06-05", "2026-06-05T12:00:00Z")], LATER);
		expect(await held()).toMatchObject({ editionDate: new Date("2026-06-08") });
	});

	it("keeps the instant that it had when later answers have the date alone", async () => {
		await upsert("huggingface", [paper(ID)]);
		await upsert("huggingface", [paper(ID, { listing: { date: DAY }, ...counted(5, "2026-06-06T00:00:00Z") })], LATER);
		expect(await held()).toMatchObject({ listedAt: new Date(`${DAY}T03:00:00Z`), updatedAt: FIRST });
	});
});

describe("counts", () => {
	it("leave a snapshot when they change, and stay apart from votes cast here", async () => {
		await db().user.create({ data: { id: "u", name: "", email: "reader@example.org" } });
		for (const [upvotes, at] of [
			[5, "12"],
			[5, "13"],
			[8, "14"],
		] as const) {
			await upsert("huggingface", [paper(ID, counted(upvotes, `2026-06-05T${at}:00:00Z`))]);
			await db().vote.createMany({ data: [{ userId: "u", paperId: ID }], skipDuplicates: true });
		}
		const { snapshots, ...row } = await held();
		expect(row).toMatchObject({ importedUpvotes: 8, localUpvotes: 1, capturedAt: new Date("2026-06-05T14:00:00Z") });
		expect(snapshots.map(({ upvotes, capturedAt }) => [upvotes, capturedAt.getUTCHours()])).toEqual([
			[5, 12],
			[8, 14],
		]);
	});

	it("are never overwritten by an older capture, which still is history", async () => {
		await upsert("huggingface", [paper(ID, counted(8, "2026-06-05T14:00:00Z"))]);
		expect(await upsert("file", [paper(ID, counted(2, "2026-06-05T09:00:00Z"))])).toMatchObject({ unchanged: 1 });
		expect(await held()).toMatchObject({ importedUpvotes: 8, importSource: "huggingface" });
		expect((await held()).snapshots.map(({ upvotes }) => upvotes).sort()).toEqual([2, 8]);
	});
});

describe("a batch", () => {
	it("may hold a paper twice: as if in two batches", async () => {
		const twice = [paper(ID), paper(ID, { title: "Later", ...counted(9, "2026-06-05T13:00:00Z") })];
		expect(await upsert("huggingface", twice)).toEqual({ new: 1, changed: 1, unchanged: 0 });
		expect(await held()).toMatchObject({ title: "Later", importedUpvotes: 9 });
		expect((await held()).snapshots).toHaveLength(2);
	});

	it("of a dry run is counted, and nothing of it kept", async () => {
		expect(await upsert("huggingface", [paper(ID)], FIRST, true)).toEqual({ new: 1, changed: 0, unchanged: 0 });
		expect(await db().paper.count()).toBe(0);
		expect(await db().edition.count()).toBe(0);
	});

	it("of the same papers in another order, written at the same time, waits for no one in a circle", async () => {
		const papers = Array.from({ length: 60 }, (_, index) => paper(`2606.1${String(index).padStart(4, "0")}`));
		const turns = Array.from({ length: 8 }, (_, turn) => (turn % 2 === 0 ? papers : papers.toReversed()));
		const counts = await Promise.all(turns.map((batch) => upsert("huggingface", batch)));
		expect(counts.reduce((sum, each) => sum + each.new, 0)).toBe(60);
		expect(await db().paper.count()).toBe(60);
	});
});

it("keeps an organisation as it was last seen, under the source's own slug", async () => {
	const from = (name: string, at: string) => paper(ID, { organization: { slug: "lab", name }, ...counted(5, at) });
	await upsert("file", [from("New name", "2026-06-05T14:00:00Z")]);
	await upsert("file", [from("Old name", "2026-06-05T09:00:00Z")]);
	expect(await db().organization.findMany()).toMatchObject([{ slug: "lab", name: "New name" }]);
});
