import Parser from "rss-parser";
import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { indexAll } from "../search/scene";
import { addPaper, askFeed, DAY } from "./scene";

const [PAPERS, ROUNDS, MIN] = [150, 30, 3];
const VOTERS = [7, 11, 13];

const idOf = (paper: number) => `2606.${String(paper).padStart(5, "0")}`;
const atRound = (round: number) => new Date(DAY.getTime() + round * 3_600_000);

/** Each voter goes through the papers in an order of their own, so that those listed early are often found late. */
async function castVotes(round: number): Promise<void> {
	const votes = VOTERS.flatMap((step) =>
		Array.from({ length: PAPERS }, (_, paper) => paper)
			.filter((paper) => paper % 10 !== 0 && (paper * step) % ROUNDS === round)
			.map((paper) => ({ userId: `u${step}`, paperId: idOf(paper), createdAt: atRound(round) })),
	);
	await db().vote.createMany({ data: votes });
}

/** As a run does when a source's counts have moved. */
async function importCounts(paper: number, round: number, upvotes: number): Promise<void> {
	const id = idOf(paper);
	const values = { importedUpvotes: upvotes, importSource: "file" as const, capturedAt: atRound(round) };
	await db().paper.update({ where: { id }, data: values });
	await db().voteSnapshot.create({ data: { paperId: id, capturedAt: atRound(round), upvotes } });
}

async function poll(query: string): Promise<string[]> {
	const feed = await new Parser().parseString(await (await askFeed("rss", query)).text());
	return feed.items.map(({ guid = "" }) => guid.replace("http://127.0.0.1:4200/papers/", ""));
}

/** Who follows what, and which papers that takes beside enough upvotes. Of the others, many have most of the words. */
const READERS = [
	{ query: `?min=${MIN}`, follows: () => true },
	{ query: `?min=${MIN}&q=robots+learning`, follows: isAboutLearning },
].map((reader) => ({ ...reader, shown: new Set<string>(), due: new Set<string>() }));

function isAboutLearning(id: string): boolean {
	return Number(id.slice(5)) % 3 !== 0;
}

it("shows readers who come by now and then each paper that has enough upvotes, once, and no other", async () => {
	await db().edition.create({ data: { date: DAY } });
	await db().user.createMany({
		data: VOTERS.map((step) => ({ id: `u${step}`, name: "", email: `u${step}@example.org` })),
	});
	for (let paper = 0; paper < PAPERS; paper++) {
		const title = isAboutLearning(idOf(paper)) ? "Robots that learn" : "Robots";
		await addPaper(idOf(paper), { title, listedAt: new Date(DAY.getTime() + paper * 1000) });
	}
	await indexAll();

	for (let round = 0; round < ROUNDS; round++) {
		await castVotes(round);
		if (round % 2 === 0) await importCounts(round * 5, round, round % 4 === 0 ? MIN : MIN - 1);
		// Votes are taken back as well.
		if (round === 15) await db().vote.deleteMany({ where: { userId: "u7", paperId: { lt: idOf(20) } } });

		const enough = await db().paper.findMany({ where: { upvotes: { gte: MIN } }, select: { id: true } });
		for (const { query, follows, shown, due } of READERS) {
			const ids = await poll(query);
			expect(new Set(ids).size).toBe(ids.length);
			const allowed = new Set(enough.map(({ id }) => id).filter(follows));
			expect(ids.filter((id) => !allowed.has(id))).toEqual([]);
			for (const id of ids) shown.add(id);
			for (const id of allowed) due.add(id);
		}
	}
	for (const { shown, due } of READERS) {
		// More than a feed holds at a time.
		expect(due.size).toBeGreaterThan(60);
		expect([...shown].sort()).toEqual([...due].sort());
	}
});
