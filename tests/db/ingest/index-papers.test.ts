import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { inTransaction, withSession } from "@/lib/db/session";
import { indexPapers } from "@/lib/ingest/index-papers";
import type { IngestedPaper } from "@/lib/ingest/types";
import { upsertPapers } from "@/lib/ingest/upsert";
import type { PaperId } from "@/lib/papers/ids";
import { listSimilar } from "@/lib/papers/similar";
import { paper } from "./papers";

const ID = "2606.00001";
const OTHER = "2606.00002";
const THIRD = "2606.00003";
const FIRST = new Date("2026-06-05T12:00:00Z");
const LATER = new Date("2026-06-05T18:00:00Z");
const DAYS_LATER = new Date("2026-06-07T18:00:00Z");

const upsert = (papers: IngestedPaper[], now = FIRST) =>
	withSession((session) => upsertPapers(session, papers, { source: "huggingface", now }));
const index = (now = FIRST, options: { limit?: number; signal?: AbortSignal } = {}) => indexPapers({ now, ...options });
const similarTo = (id: string, limit = 12) => listSimilar(id as PaperId, limit);

const topicsOf = async (id = ID) => {
	const rows = await db().paperTopic.findMany({
		where: { paperId: id },
		orderBy: { position: "asc" },
		select: { topic: { select: { slug: true, name: true, kind: true } } },
	});
	return rows.map(({ topic }) => topic);
};
const namesOf = async (id = ID) => (await topicsOf(id)).map(({ name }) => name);
const termsOf = async (id = ID) => {
	const rows = await db().paperTerm.findMany({
		where: { paperId: id },
		orderBy: [{ weight: "desc" }, { term: "asc" }],
	});
	return new Map(rows.map(({ term, weight }) => [term, weight]));
};

/** Until so many connections wait for a lock. */
const waitForWaiting = (count: number) =>
	vi.waitFor(async () => {
		const waiting = await db().$queryRaw`
			SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
		expect(waiting).toHaveLength(count);
	}, 10_000);

/** A paper of a subject: the words of its abstract, which tell it from papers of other subjects. */
const about = (id: string, abstract: string, values: Partial<IngestedPaper> = {}) =>
	paper(id, { title: "A title", abstract, ...values });

beforeEach(async () => {
	await db().$executeRaw`TRUNCATE papers, topics, term_counts, authors, organizations, editions CASCADE`;
});

describe("topics", () => {
	it("are the paper's categories and keywords, in order, joined with those of other papers", async () => {
		await upsert([
			paper(ID, { categories: ["cs.CL"], keywords: ["Large Language Models (LLMs)", "Reward Hacking"] }),
			paper(OTHER, { keywords: ["reward-hacking", "LLM"] }),
		]);
		expect(await index()).toEqual({ indexed: 2, papers: [ID, OTHER] });
		expect(await topicsOf()).toEqual([
			{ slug: "cs-cl", name: "Computation and Language", kind: "category" },
			{ slug: "large-language-model", name: "large language models", kind: "keyword" },
			{ slug: "reward-hacking", name: "reward hacking", kind: "keyword" },
		]);
		expect(await namesOf(OTHER)).toEqual(["reward hacking", "large language models"]);
	});

	it("are replaced when the paper's keywords change, and those that nobody has any more go", async () => {
		await upsert([paper(ID, { keywords: ["one", "two"] }), paper(OTHER, { keywords: ["two"] })]);
		await index();
		await upsert([paper(ID, { keywords: ["three"] })], LATER);
		expect(await index(LATER)).toEqual({ indexed: 1, papers: [ID] });
		expect(await namesOf()).toEqual(["three"]);
		expect(await db().topic.findMany({ select: { name: true }, orderBy: { name: "asc" } })).toEqual([
			{ name: "three" },
			{ name: "two" },
		]);
	});

	it("keep the spelling that came first, and a category its name", async () => {
		await upsert([paper(ID, { keywords: ["auto-regressive models", "cs.CL"] })]);
		await index();
		await upsert([paper(OTHER, { categories: ["cs.CL"], keywords: ["Autoregressive Model"] })], LATER);
		await index(LATER);
		expect(await namesOf(OTHER)).toEqual(["Computation and Language", "auto-regressive models"]);
		expect((await topicsOf())[1]).toEqual({ slug: "cs-cl", name: "Computation and Language", kind: "category" });
	});
});

describe("terms", () => {
	it("are the words that tell the paper from others, without addresses, LaTeX and numbers", async () => {
		const abstract = String.raw`We study spectral clustering of $\mathbf{x}$ in 2024, see https://example.org/code and
			github.com/lab/repository for 3D scenes.`;
		await upsert([
			about(ID, abstract),
			...[OTHER, THIRD].map((id) => about(id, "We study the parsing of sentences in 3D.")),
		]);
		await index();
		const terms = await termsOf();
		expect([...terms.keys()].sort()).toEqual(["3d", "cluster", "scene", "see", "spectral", "studi", "titl"]);
		// In one paper, and in all of them.
		expect(terms.get("spectral")).toBeGreaterThan(terms.get("studi") ?? 1);
		const squares = [...terms.values()].reduce((sum, weight) => sum + weight ** 2, 0);
		expect(squares).toBeCloseTo(1, 5);
	});

	it("are the forty that weigh most", async () => {
		const words = Array.from({ length: 60 }, (_, number) => `word${number}`);
		await upsert([about(ID, `${words.join(" ")} word59 word59`)]);
		await index();
		const terms = await termsOf();
		expect(terms.size).toBe(40);
		expect([...terms.keys()][0]).toBe("word59");
	});

	it("are replaced when the abstract changes", async () => {
		await upsert([about(ID, "Spectral clustering.")]);
		await index();
		await upsert([about(ID, "Speech recognition.")], LATER);
		await index(LATER);
		expect([...(await termsOf()).keys()].sort()).toEqual(["recognit", "speech", "titl"]);
	});

	it("of a paper without words are none, and it is indexed", async () => {
		await upsert([paper(ID, { title: "1 + 1", abstract: "" })]);
		expect(await index()).toMatchObject({ indexed: 1 });
		expect(await index()).toMatchObject({ indexed: 0 });
		expect(await similarTo(ID)).toEqual([]);
	});
});

describe("the count of words", () => {
	const counted = () => db().termCount.findUnique({ where: { term: "" } });

	it("is taken from all listed papers, with those words alone that several have", async () => {
		await upsert([about(ID, "Speech recognition."), about(OTHER, "Speech synthesis."), paper(THIRD)]);
		await index();
		expect(await counted()).toMatchObject({ papers: 3, countedAt: FIRST });
		expect(await db().termCount.findUnique({ where: { term: "speech" } })).toMatchObject({ papers: 2 });
		expect(await db().termCount.findUnique({ where: { term: "synthesi" } })).toBeNull();
	});

	it("is renewed after a day, once there is something to index", async () => {
		await upsert([about(ID, "Speech."), about(OTHER, "Speech.")]);
		await index();
		await index(DAYS_LATER);
		expect(await counted()).toMatchObject({ countedAt: FIRST });
		await upsert([about(THIRD, "Vision.")], LATER);
		await index(LATER);
		expect(await counted()).toMatchObject({ papers: 2, countedAt: FIRST });
		await upsert([about(THIRD, "Vision again.")], DAYS_LATER);
		await index(DAYS_LATER);
		expect(await counted()).toMatchObject({ papers: 3, countedAt: DAYS_LATER });
	});

	it("is renewed when there are more than twice as many papers, and all are weighed anew", async () => {
		await upsert([about(ID, "Speech and vision.")]);
		await index();
		const alone = await termsOf();
		expect(alone.get("speech")).toBe(alone.get("vision"));
		await upsert([about(OTHER, "Speech."), about(THIRD, "Speech.")], LATER);
		expect(await index(LATER)).toMatchObject({ indexed: 3 });
		const among = await termsOf();
		expect(among.get("speech")).toBeLessThan(among.get("vision") ?? 0);
	});
});

describe("the job", () => {
	const rowVersions = () => db().$queryRaw`
		SELECT xmin::text FROM papers UNION ALL SELECT xmin::text FROM paper_topics UNION ALL SELECT xmin::text FROM topics
		UNION ALL SELECT xmin::text FROM paper_terms UNION ALL SELECT xmin::text FROM term_counts`;

	it("does nothing when run again", async () => {
		await upsert([paper(ID, { keywords: ["one"] }), paper(OTHER)]);
		await index();
		const before = await rowVersions();
		expect(await index(DAYS_LATER)).toEqual({ indexed: 0, papers: [] });
		expect(await rowVersions()).toEqual(before);
	});

	it("goes on where one that ended early stopped", async () => {
		await upsert([paper(ID), paper(OTHER), paper(THIRD)]);
		expect(await index(FIRST, { limit: 2 })).toEqual({ indexed: 2, papers: [ID, OTHER] });
		expect(await index(FIRST, { signal: AbortSignal.abort() })).toEqual({ indexed: 0, papers: [] });
		expect(await index()).toEqual({ indexed: 1, papers: [THIRD] });
	});

	it("does a paper again that changes while it is at work", async () => {
		await upsert([about(ID, "Speech.")]);
		const work: Promise<unknown>[] = [];
		await withSession((session) =>
			inTransaction(session, async () => {
				// The job has read the paper by the time it comes to this table.
				await session.query("LOCK TABLE paper_topics IN SHARE MODE");
				work.push(index());
				await waitForWaiting(1);
				work.push(db().$executeRaw`UPDATE papers SET abstract = 'Vision.' WHERE id = ${ID}`.then());
				await waitForWaiting(2);
			}),
		);
		expect(await Promise.all(work)).toMatchObject([{ indexed: 1 }, 1]);
		expect(await index(LATER)).toEqual({ indexed: 1, papers: [ID] });
		expect([...(await termsOf()).keys()].sort()).toEqual(["titl", "vision"]);
		expect(await index(LATER)).toMatchObject({ indexed: 0 });
	});

	it("shares the work with another one that runs at the same time", async () => {
		const ids = Array.from({ length: 700 }, (_, number) => `2606.1${String(number).padStart(4, "0")}`);
		await upsert(ids.map((id) => paper(id, { keywords: ["one", `of ${id}`] })));
		const runs = await Promise.all([index(), index()]);
		expect(runs.reduce((sum, run) => sum + run.indexed, 0)).toBe(700);
		expect(await db().paper.count({ where: { indexedAt: null } })).toBe(0);
		expect(await db().paperTopic.count()).toBe(1400);
		expect(await db().topic.count()).toBe(701);
	});

	it("names a thousand papers at most", async () => {
		const ids = Array.from({ length: 1100 }, (_, number) => `2606.2${String(number).padStart(4, "0")}`);
		await upsert(ids.map((id) => paper(id)));
		expect(await index()).toEqual({ indexed: 1100, papers: ids.slice(0, 1000) });
	});
});

describe("similar papers", () => {
	const FOURTH = "2606.00004";

	beforeEach(async () => {
		await upsert([
			about(ID, "Spectral clustering of graphs."),
			about(OTHER, "Clustering of images."),
			about(THIRD, "Spectral clustering of graphs, again."),
			about(FOURTH, "Speech.", { title: "Recognition" }),
		]);
		await index();
	});

	it("are those that share telling words, the most similar first, without the paper itself", async () => {
		expect(await similarTo(ID)).toEqual([THIRD, OTHER]);
		expect(await similarTo(ID, 1)).toEqual([THIRD]);
		expect(await similarTo(FOURTH)).toEqual([]);
	});

	it("are never hidden ones, and only those on a list", async () => {
		await db().paper.update({ where: { id: THIRD }, data: { hiddenAt: LATER } });
		expect(await similarTo(ID)).toEqual([OTHER]);
		await db().paper.update({
			where: { id: OTHER },
			data: { editionDate: null, listedAt: null, listedBy: null, submittedBy: null },
		});
		expect(await similarTo(ID)).toEqual([]);
	});

	it("are none of a paper that is not held", async () => {
		expect(await similarTo("2606.99999")).toEqual([]);
	});
});
