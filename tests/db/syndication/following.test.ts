import Parser from "rss-parser";
import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
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

async function poll(): Promise<string[]> {
	const feed = await new Parser().parseString(await (await askFeed("rss", `?min=${MIN}`)).text());
	return feed.items.map(({ guid = "" }) => guid.replace("http://127.0.0.1:4200/papers/", ""));
}

it("shows a reader who comes by now and then each paper that has enough upvotes, once, and no other", async () => {
	await db().edition.create({ data: { date: DAY } });
	await db().user.createMany({
		data: VOTERS.map((step) => ({ id: `u${step}`, name: "", email: `u${step}@example.org` })),
	});
	for (let paper = 0; paper < PAPERS; paper++)
		await addPaper(idOf(paper), { listedAt: new Date(DAY.getTime() + paper * 1000) });

	const [shown, due] = [new Set<string>(), new Set<string>()];
	for (let round = 0; round < ROUNDS; round++) {
		await castVotes(round);
		if (round % 2 === 0) await importCounts(round * 5, round, round % 4 === 0 ? MIN : MIN - 1);
		// Votes are taken back as well.
		if (round === 15) await db().vote.deleteMany({ where: { userId: "u7", paperId: { lt: idOf(20) } } });

		const ids = await poll();
		expect(new Set(ids).size).toBe(ids.length);
		const enough = await db().paper.findMany({ where: { upvotes: { gte: MIN } }, select: { id: true } });
		const allowed = new Set(enough.map(({ id }) => id));
		expect(ids.filter((id) => !allowed.has(id))).toEqual([]);
		for (const id of ids) shown.add(id);
		for (const id of allowed) due.add(id);
	}
	// More than the feed holds at a time.
	expect(due.size).toBeGreaterThan(100);
	expect([...shown].sort()).toEqual([...due].sort());
});
