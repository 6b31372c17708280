import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { type Session, withSession } from "@/lib/db/session";
import { type Act, addScene, anyActs, anyInstant, anyPaperAct, perform, readScores, type Scene } from "./rising-acts";

const NEAR = 1e-9;
const CONNECTIONS = 20;
const SEVERAL = { papers: 3, users: 6 };

function expectNear(actual: number, expected: number) {
	if (Number.isFinite(expected)) expect(Math.abs(actual - expected)).toBeLessThan(NEAR);
	else expect(actual).toBe(expected);
}

/** That a scene's scores are those of the definition, and the order of its papers as well. */
async function expectAgreement({ papers }: Scene) {
	const scores = await readScores(papers);
	expect(scores).toHaveLength(papers.length);
	for (const [index, { stored, direct }] of scores.entries()) {
		expectNear(stored, direct);
		const next = scores[index + 1];
		if (next) expect(next.direct).toBeLessThanOrEqual(direct + NEAR);
	}
}

async function performAll(session: Session, acts: readonly Act[], scene: Scene) {
	for (const act of acts) await perform(session, act, scene);
}

/** The stored score of a scene's first paper. */
async function storedScore({ papers: [id = ""] }: Scene): Promise<number> {
	return (await db().paper.findUniqueOrThrow({ where: { id } })).rising;
}

describe("whatever is voted, undone, captured, counted and listed, and whoever leaves", () => {
	it("scores and order are as the definition has them", () =>
		withSession((session) =>
			fc.assert(
				fc.asyncProperty(anyActs, async (acts) => {
					const scene = await addScene(SEVERAL);
					await performAll(session, acts, scene);
					await expectAgreement(scene);
				}),
				{ numRuns: 80 },
			),
		));

	it("they are so after each single act", () =>
		withSession((session) =>
			fc.assert(
				fc.asyncProperty(anyActs, async (acts) => {
					const scene = await addScene(SEVERAL);
					for (const act of acts) {
						await perform(session, act, scene);
						await expectAgreement(scene);
					}
				}),
				{ numRuns: 30 },
			),
		));

	it("a vote that is cast and taken back leaves the score as it was", () =>
		withSession((session) =>
			fc.assert(
				fc.asyncProperty(anyActs, anyInstant, async (acts, at) => {
					const scene = await addScene(SEVERAL);
					await performAll(session, acts, scene);
					const before = await storedScore(scene);
					const voter = { ...scene, users: [crypto.randomUUID()] };
					await perform(session, { kind: "vote", user: 0, paper: 0, at, standing: "counted" }, voter);
					expect(await storedScore(scene)).toBeGreaterThanOrEqual(before);
					await perform(session, { kind: "undo", user: 0, paper: 0 }, voter);
					expectNear(await storedScore(scene), before);
				}),
				{ numRuns: 40 },
			),
		));

	it("a score has no clock: made anew later, and after other changes of the paper, it is the same", () =>
		withSession((session) =>
			fc.assert(
				fc.asyncProperty(anyActs, async (acts) => {
					const scene = await addScene(SEVERAL);
					await performAll(session, acts, scene);
					const before = await storedScore(scene);
					const [id = ""] = scene.papers;
					await db().paper.update({ where: { id }, data: { title: "Another title", importedComments: 7 } });
					expect(await storedScore(scene)).toBe(before);
					expectNear(await computeAnew(session, id), before);
				}),
				{ numRuns: 30 },
			),
		));
});

async function computeAnew(session: Session, paperId: string): Promise<number> {
	const { rows } = await session.query("SELECT compute_rising(p) AS score FROM papers p WHERE id = $1", [paperId]);
	return scoreRows.parse(rows)[0].score;
}

const scoreRows = z.tuple([z.object({ score: z.union([z.number(), z.literal(Number.NEGATIVE_INFINITY)]) })]);

describe("twenty connections at once", () => {
	const anyRival = fc.record({
		hasVoted: fc.boolean(),
		acts: fc.array(anyPaperAct({ papers: 1, users: 1 }), { minLength: 1, maxLength: 3 }),
	});
	const rivals = fc.array(anyRival, { minLength: CONNECTIONS, maxLength: CONNECTIONS });

	it("that vote, undo, capture and count the same paper leave it with the score of all that is left", () =>
		withSessions(CONNECTIONS, (sessions) =>
			fc.assert(
				fc.asyncProperty(rivals, async (each) => {
					const { papers, users } = await addScene({ papers: 1, users: CONNECTIONS });
					const parties = sessions.map((session, index) => ({
						session,
						scene: { papers, users: users.slice(index, index + 1) },
						hasVoted: each[index]?.hasVoted,
						acts: each[index]?.acts ?? [],
					}));
					for (const { session, scene, hasVoted } of parties) {
						if (hasVoted) await perform(session, { ...FIRST_VOTE, user: 0, paper: 0 }, scene);
					}
					await whileLocked(papers, CONNECTIONS, () =>
						parties.map(({ session, scene, acts }) => performAll(session, acts, scene)),
					);
					await expectAgreement({ papers, users });
				}),
				{ numRuns: 30 },
			),
		));
});

const FIRST_VOTE = { kind: "vote", at: new Date("2026-06-07T20:00:00Z"), standing: "counted" } as const;

/** Opens so many connections of their own. */
async function withSessions(count: number, use: (sessions: Session[]) => Promise<void>, open: Session[] = []) {
	if (open.length === count) return use(open);
	await withSession((session) => withSessions(count, use, [...open, session]));
}

/** Starts works while papers are locked, lets them go when each is done or waits, and waits until all are done. */
async function whileLocked(papers: readonly string[], count: number, start: () => Promise<void>[]) {
	let works: Promise<unknown> = Promise.resolve();
	await withSession(async (session) => {
		await session.query("BEGIN");
		await session.query("SELECT FROM papers WHERE id = ANY($1) FOR NO KEY UPDATE", [papers]);
		let ended = 0;
		works = Promise.all(start().map((work) => work.finally(() => ended++)));
		while (ended + (await countWaiting(session)) < count);
		await session.query("COMMIT");
	});
	await works;
}

async function countWaiting(session: Session): Promise<number> {
	const waiting = await session.query(
		"SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
	);
	return waiting.rowCount ?? 0;
}
