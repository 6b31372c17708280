import "server-only";
import { db } from "../db/client";
import { isArxivId } from "../papers/ids";
import { utcDateOf } from "../time";
import type { SearchExamples } from "./page-types";
import { formatTerm } from "./terms";

/** Among so many papers, those listed last, examples are looked for. */
const PAPERS = 50;
const UPVOTES = 10;

/**
 * Examples that find something, as the papers here are.
 *
 * @throws the database's error
 */
export async function readSearchExamples(): Promise<SearchExamples> {
	const papers = await db().paper.findMany({
		where: { hiddenAt: null, editionDate: { not: null } },
		orderBy: [{ listedAt: "desc" }, { id: "asc" }],
		take: PAPERS,
		select: {
			id: true,
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
	const newest = first(({ editionDate }) => editionDate);
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
		since: newest && `since:${utcDateOf(newest)}`,
		until: newest && `until:${utcDateOf(newest).slice(0, 7)}`,
		min: papers.some(({ upvotes }) => upvotes >= UPVOTES) ? `min:${UPVOTES}` : undefined,
		paper: first(({ id }) => (isArxivId(id) ? id : undefined)),
		code: papers.some(({ githubRepo }) => githubRepo !== null) ? "has:code" : undefined,
	};
	return Object.fromEntries(Object.entries(examples).filter(([, text]) => text !== undefined));
}
