import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { risingScore } from "@/lib/feed/rising";
import { addScene, anyActs, anyVoters, perform, type Scene } from "./standing-acts";

/** That each vote stands as the rules have it, the number shows all but void ones, and those that count alone make the score. */
async function expectAgreement({ paper, model }: Scene) {
	const row = await db().paper.findUniqueOrThrow({
		where: { id: paper },
		include: { votes: { orderBy: { id: "asc" } } },
	});
	const stored = row.votes.map(({ createdAt, standing }) => ({ at: createdAt.getTime(), standing }));
	expect(stored).toEqual(model.standings);
	expect(row.localUpvotes).toBe(stored.filter(({ standing }) => standing !== "void").length);
	const counted = stored.filter(({ standing }) => standing === "counted").map(({ at }) => new Date(at));
	const score = risingScore(counted, []);
	if (Number.isFinite(score)) expect(row.rising).toBeCloseTo(score, 9);
	else expect(row.rising).toBe(score);
}

test("whoever votes, undoes, leaves, grows older and is decided upon: all votes stand as the rules say", async () => {
	await fc.assert(
		fc.asyncProperty(anyVoters, anyActs, async (voters, acts) => {
			const scene = await addScene(voters);
			for (const act of acts) {
				await perform(act, scene);
				if (act.kind !== "cast") await expectAgreement(scene);
			}
			await expectAgreement(scene);
		}),
		{ numRuns: 20 },
	);
}, 120_000);
