import "server-only";
import { db } from "../db/client";
import { formatTerm } from "./terms";

/** What to type to find papers that are here. What none of the newest papers can be found by is left out. */
export type SearchExamples = Partial<Record<"author" | "org" | "topic" | "since" | "min" | "code", string>>;

/** Among so many papers, those listed last, examples are looked for. */
const PAPERS = 50;

/** @throws the database's error */
export async function readSearchExamples(): Promise<SearchExamples> {
	const papers = await db().paper.findMany({
		where: { hiddenAt: null, editionDate: { not: null } },
		orderBy: [{ listedAt: "desc" }, { id: "asc" }],
		take: PAPERS,
		select: {
			editionDate: true,
			upvotes: true,
			githubRepo: true,
			organization: { select: { name: true } },
			authors: { select: { name: true }, orderBy: { position: "asc" }, take: 1 },
			topics: { select: { topic: { select: { name: true } } }, orderBy: { position: "asc" }, take: 1 },
		},
	});
	const first = <Value>(read: (paper: (typeof papers)[number]) => Value | null | undefined) =>
		papers.map(read).find((value) => value != null);
	const named = (kind: "authors" | "orgs" | "topics", value: string | undefined) =>
		value && formatTerm({ kind, value, negated: false });
	const examples = {
		author: named(
			"authors",
			first(({ authors }) => authors[0]?.name),
		),
		org: named(
			"orgs",
			first(({ organization }) => organization?.name),
		),
		topic: named(
			"topics",
			first(({ topics }) => topics[0]?.topic.name),
		),
		since: first(({ editionDate }) => editionDate && `since:${editionDate.toISOString().slice(0, 10)}`),
		min: papers.some(({ upvotes }) => upvotes >= UPVOTES) ? `min:${UPVOTES}` : undefined,
		code: papers.some(({ githubRepo }) => githubRepo !== null) ? "has:code" : undefined,
	};
	return Object.fromEntries(Object.entries(examples).filter(([, text]) => text !== undefined));
}

const UPVOTES = 10;
