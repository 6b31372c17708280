import fc from "fast-check";
import { beforeEach, describe, expect, it, test } from "vitest";
import { db } from "@/lib/db/client";
import { withSession } from "@/lib/db/session";
import { indexPapers } from "@/lib/ingest/index-papers";
import type { IngestedPaper } from "@/lib/ingest/types";
import { upsertPapers } from "@/lib/ingest/upsert";
import { searchPapers } from "@/lib/search/queries";
import { parseQuery } from "@/lib/search/query";
import { paper } from "../ingest/papers";

const ID = "2606.00001";
const OTHER = "2606.00002";
const NOW = new Date("2026-06-05T12:00:00Z");
const LATER = new Date("2026-06-05T18:00:00Z");

const upsert = (papers: IngestedPaper[], now = NOW) =>
	withSession((session) => upsertPapers(session, papers, { source: "huggingface", now }));
const index = () => indexPapers({ now: NOW });
const find = async (text: string) =>
	(await searchPapers(parseQuery(text).query, { order: "relevance", limit: 20, offset: 0 })).ids;

/** Lexemes that are not counted as often as documents have them. */
const miscounted = () => db().$queryRaw`
	SELECT lexeme, c.papers, coalesce(d.papers, 0) AS found
	FROM search_lexemes c FULL JOIN (
		SELECT lexeme, count(*) AS papers FROM paper_search, unnest(tsvector_to_array(document)) AS lexeme GROUP BY 1
	) d USING (lexeme)
	WHERE c.papers IS DISTINCT FROM coalesce(d.papers, 0)`;

beforeEach(async () => {
	await db().$executeRaw`TRUNCATE papers, topics, term_counts, authors, organizations, editions, search_words CASCADE`;
});

describe("an ingested paper, once the index job has run", () => {
	beforeEach(async () => {
		await upsert([
			paper(ID, {
				title: "Diffusion policies for robots",
				abstract: "Grasping made easy.",
				authors: ["José Álvarez"],
				organization: { slug: "robot-lab", name: "Robot Lab" },
				keywords: ["visuomotor control"],
				githubRepo: "a/b",
			}),
			paper(OTHER, { title: "Speech recognition" }),
		]);
		await index();
	});

	test.for(["robot policy", "grasping", "author:alvarez", 'org:"robot lab"', 'topic:"visuomotor control"', "has:code"])(
		"is found by %s",
		async (text) => expect(await find(text)).toEqual([ID]),
	);

	it("is found by the day of its listing", async () => {
		expect((await find("since:2026-06-05 until:2026-06")).sort()).toEqual([ID, OTHER]);
		expect(await find("since:2026-06-06")).toEqual([]);
	});

	it("is found by its new words and no more by its old ones when it changes", async () => {
		await upsert([paper(ID, { title: "Flow matching", authors: ["Bo Li"] })], LATER);
		await index();
		expect(await find("flow matching")).toEqual([ID]);
		expect(await find("author:li")).toEqual([ID]);
		expect(await find("diffusion")).toEqual([]);
		expect(await find("author:alvarez")).toEqual([]);
	});

	it("is not found from the moment it is hidden or taken off its list, before and after the next run", async () => {
		await db().paper.update({ where: { id: ID }, data: { hiddenAt: LATER } });
		await db().paper.update({
			where: { id: OTHER },
			data: { editionDate: null, listedAt: null, listedBy: null, submittedBy: null },
		});
		for (const text of ["diffusion", "has:code", "speech", "since:2026"]) expect(await find(text)).toEqual([]);
		await index();
		expect(await db().paperSearch.count()).toBe(0);
		expect(await find("diffusion speech")).toEqual([]);
	});

	it("has a new document only if it says something new", async () => {
		const rowVersions = () => db().$queryRaw`SELECT xmin::text FROM paper_search ORDER BY paper_id`;
		const before = await rowVersions();
		await db().paper.updateMany({ data: { indexedAt: null } });
		await index();
		expect(await rowVersions()).toEqual(before);
	});
});

const IDS = [ID, OTHER, "2606.00003"];
const WORDS = ["diffusion", "robots", "robotics", "fine-tuning", "speech"];
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const id = fc.constantFrom(...IDS);
const step = fc.oneof(
	fc.record({ act: fc.constant("write" as const), id, title: text, abstract: text }),
	fc.record({ act: fc.constantFrom("hide" as const, "show" as const, "delete" as const), id }),
	fc.record({ act: fc.constant("index" as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function take(step: Step, now: Date): Promise<void> {
	if (step.act === "index") await index();
	else if (step.act === "write") await upsert([paper(step.id, { title: step.title, abstract: step.abstract })], now);
	else if (step.act === "delete") await db().paper.deleteMany({ where: { id: step.id } });
	else {
		const hiddenAt = step.act === "hide" ? now : null;
		await db().paper.updateMany({ where: { id: step.id }, data: { hiddenAt } });
	}
}

it("is counted exactly, word by word, whatever is written, hidden, shown, deleted and indexed", async () => {
	let now = NOW.getTime();
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
			for (const step of steps) {
				now += 1_000;
				await take(step, new Date(now));
			}
			expect(await miscounted()).toEqual([]);
			await index();
			expect(await miscounted()).toEqual([]);
			expect(await db().paperSearch.count()).toBe(await db().paper.count({ where: { hiddenAt: null } }));
		}),
		{ numRuns: 15 },
	);
});
