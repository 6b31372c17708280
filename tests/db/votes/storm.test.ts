import { PrismaPg } from "@prisma/adapter-pg";
import { expect, test } from "vitest";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { PrismaClient } from "@/lib/db/generated/client";
import { type Session, withSession } from "@/lib/db/session";
import type { PaperId } from "@/lib/papers/ids";
import { ageVotes } from "@/lib/votes/age-votes";
import { setVote } from "@/lib/votes/mutations";
import { createSeeded } from "../../bench/seeded";
import { addPaper, addUsers } from "./voters";

const CONNECTIONS = 64;
const VOTES = 20_000;
const USERS = 500;
const PAPERS = 50;
/** How often some connections are cut, and the job that lets votes age runs, in votes. */
const VOTES_A_CUT = 100;
const VOTES_A_JOB = 1000;

const NOW = new Date("2026-06-08T12:00:00Z");

test("20,000 votes and undos over 64 connections that are cut at random: counters, Rising and rows agree, and nobody sees an error", async () => {
	const papers: PaperId[] = [];
	for (let nth = 0; nth < PAPERS; nth++) papers.push(await addPaper(`2606.${10_000 + nth}`, nth));
	const users = [
		...(await addUsers(USERS * 0.7)),
		// Old enough by the time that the job is told.
		...(await addUsers(USERS * 0.2, { createdAt: new Date("2026-06-08T00:00:00Z") })),
		...(await addUsers(USERS * 0.1, { emailVerified: false })),
	];
	// One in ten is of one crowd.
	const addresses = new Map(
		users.map((user, nth) => [user, nth % 10 === 0 ? "192.0.2.1" : `198.18.${nth >> 8}.${nth & 255}`]),
	);

	const client = wideClient();
	Object.assign(globalThis, { __broadsheetDb: client });
	const last = new Map<string, boolean>();
	let cuts = 0;
	await withSession(async (session) => {
		let cast = 0;
		const work = async (_: unknown, worker: number) => {
			const seeded = createSeeded(worker);
			// Each person is one worker's, so that the last wish of each is known.
			const mine = users.filter((_user, nth) => nth % CONNECTIONS === worker);
			while (cast < VOTES) {
				const nth = ++cast;
				const [user, paper, wish] = [seeded.pick(mine), seeded.pick(papers), seeded.below(5) < 3];
				const origin = { now: new Date(NOW.getTime() + nth), address: addresses.get(user) };
				const result = await setVote(user, paper, wish, origin);
				if (!result.ok || result.value.upvoted !== wish) throw new Error(`vote ${nth} was not done`);
				last.set(`${user} ${paper}`, wish);
				if (nth % VOTES_A_CUT === 0) cuts += await cutSome(session);
				if (nth % VOTES_A_JOB === 0) await ageVotes({ now: new Date("2026-06-09T06:00:00Z"), limit: 20 });
			}
		};
		await Promise.all(Array.from({ length: CONNECTIONS }, work));
		expect(cuts).toBeGreaterThan(VOTES / VOTES_A_CUT / 2);
		expect(await readDisagreeing(session)).toEqual([]);
	});
	const rows = await db().vote.findMany({ select: { userId: true, paperId: true, standing: true } });
	const standing = new Set(rows.map(({ userId, paperId }) => `${userId} ${paperId}`));
	expect(standing).toEqual(new Set([...last].filter(([, wish]) => wish).map(([vote]) => vote)));
	// All that the rules know took part.
	expect(new Set(rows.map((row) => row.standing))).toEqual(new Set(["counted", "young", "held"]));
}, 120_000);

/** The app's client with as many connections as voters. */
function wideClient(): PrismaClient {
	const settings = { connectionString: process.env.DATABASE_URL, max: CONNECTIONS, application_name: "storm" };
	const adapter = new PrismaPg({ ...settings, options: "-c TimeZone=UTC" }, { onPoolError: () => undefined });
	return new PrismaClient({ adapter, log: [] });
}

async function cutSome(session: Session): Promise<number> {
	const cut = await session.query(`
		SELECT pg_terminate_backend(pid) FROM pg_stat_activity
		WHERE datname = current_database() AND application_name = 'storm' AND state <> 'idle' ORDER BY random() LIMIT 3`);
	return cut.rowCount ?? 0;
}

const disagreeing = z.array(z.object({ id: z.string(), shown: z.number(), rows: z.number() }).loose());

/** The papers whose number or score is not what their rows make. */
async function readDisagreeing(session: Session) {
	const { rows } = await session.query(`
		SELECT id, shown, rows, rising, score FROM (
			SELECT p.id, p.local_upvotes AS shown, p.rising, compute_rising(p) AS score,
				(SELECT count(*)::int FROM votes v WHERE v.paper_id = p.id AND v.standing <> 'void') AS rows
			FROM papers p
		) AS papers WHERE shown <> rows OR NOT (rising = score OR abs(rising - score) < 1e-9)`);
	return disagreeing.parse(rows);
}
