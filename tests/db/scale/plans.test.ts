import { beforeAll, describe, expect, it } from "vitest";
import { loadCorpus } from "../../bench/corpus/load";
import { loadMail } from "../../bench/corpus/mail";
import { JOBS } from "../../bench/scale/jobs";
import { PAGES } from "../../bench/scale/pages";
import { drawSamples, type Sample } from "../../bench/scale/samples";
import { query } from "../query";
import { listenToPlans, type Plan, tellPlans } from "./plans";

/** Enough that reading a whole table is never the cheapest for Postgres, and few enough to be made at each run. */
const PAPERS = 20_000;

/** What grows with the archive and its readers. Networks of votes are kept for two days. */
const LARGE = [
	"papers",
	"authors",
	"paper_authors",
	"topics",
	"paper_topics",
	"paper_terms",
	"term_counts",
	"paper_search",
	"search_lexemes",
	"search_words",
	"search_compounds",
	"vote_snapshots",
	"votes",
	"comments",
	"users",
	"subscribers",
	"deliveries",
];

/** The rows that all statements of one may read together, and of those that need more than lists of fifty papers do. */
const MOST_ROWS = 15_000;
const READS_MORE: Record<string, number> = {
	// Six years of what half of all papers are about.
	"topic, most of all papers": 30_000,
	"topic, most of all papers, new": 30_000,
	"feed of what reached 20 upvotes": 20_000,
	"sitemap of authors": 100_000,
	"sitemap of topics": 100_000,
	"index a day's papers anew": 40_000,
};

/**
 * How many statements each page asks of the database when no cache has it. Whoever changes a number says in the change why a page
 * needs more.
 */
const STATEMENTS: Record<string, number> = {
	"API, by a submitter": 5,
	"API, by date of publication": 4,
	"API, newest": 4,
	"a viewer's votes": 1,
	author: 10,
	"authors of late": 2,
	citation: 2,
	day: 16,
	digest: 3,
	feed: 9,
	"feed of a topic": 10,
	"feed of all days": 8,
	"feed of what reached 20 upvotes": 9,
	health: 2,
	month: 16,
	newest: 17,
	organisation: 10,
	"organisations of late": 2,
	paper: 17,
	search: 12,
	"search, empty": 5,
	"sitemap index": 7,
	"sitemap of authors": 2,
	"sitemap of papers": 1,
	"sitemap of topics": 2,
	suggestions: 4,
	"topic, most of all papers": 10,
	"topic, most of all papers, new": 10,
	"topic, some papers": 10,
	"topics of late": 2,
	trending: 5,
	week: 16,
};

const toldSince = listenToPlans();
let samples: Sample[];

beforeAll(async () => {
	const url = process.env.DATABASE_URL ?? "";
	await loadCorpus(url, { papers: PAPERS, voters: PAPERS / 10 });
	await loadMail(url, PAPERS / 10);
	samples = await drawSamples(url, 3);
	await query(url, tellPlans(new URL(url).pathname.slice(1)));
}, 120_000);

describe.each([...Object.entries(PAGES), ...Object.entries(JOBS)])("%s", (what, work) => {
	it("reads no large table from one end to the other, and no more rows than it needs", async () => {
		for (const sample of samples) {
			const { plans } = await listenWhile(() => work(sample));
			expect(plans.length).toBeGreaterThan(0);
			expect(plans.flatMap(wholeTables)).toEqual([]);
			expect(rowsOf(plans)).toBeLessThan(READS_MORE[what] ?? MOST_ROWS);
		}
	});
});

it("asks as many statements for each page as it is known to need", async () => {
	const counts: Record<string, number> = {};
	for (const [what, read] of Object.entries(PAGES)) {
		counts[what] = (await listenWhile(() => read(first()))).statements;
	}
	expect(counts).toEqual(STATEMENTS);
});

async function listenWhile(work: () => Promise<unknown>) {
	toldSince();
	await work();
	return toldSince();
}

function first(): Sample {
	const [sample] = samples;
	if (sample === undefined) throw new Error("no samples were drawn");
	return sample;
}

function wholeTables({ statement, steps }: Plan): string[] {
	return steps
		.filter(({ kind, table }) => kind === "Seq Scan" && LARGE.includes(table))
		.map(({ table }) => `all of ${table}: ${statement}`);
}

function rowsOf(plans: readonly Plan[]): number {
	return plans.reduce((sum, { steps }) => sum + steps.reduce((rows, step) => rows + step.rows, 0), 0);
}
