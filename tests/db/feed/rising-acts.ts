import fc from "fast-check";
import { db } from "@/lib/db/client";
import type { Session } from "@/lib/db/session";
import { risingScore } from "@/lib/feed/rising";

/** What a vote may be without a curator's doing: only one that is counted ranks. */
type Standing = "counted" | "young" | "own";

/** What moves scores: papers and users stand by their place in the scene. */
export type Act =
	| { kind: "vote"; user: number; paper: number; at: Date; standing: Standing }
	| { kind: "judge"; user: number; paper: number; standing: Standing }
	| { kind: "undo"; user: number; paper: number }
	| { kind: "capture"; paper: number; at: Date; upvotes: number }
	| { kind: "drop-capture"; paper: number; nth: number }
	| { kind: "count"; paper: number; upvotes: number; at: Date | null }
	| { kind: "list"; paper: number; at: Date }
	| { kind: "leave"; user: number };

/** The ids of whom and what acts are about. Users come with their first vote. */
export type Scene = { papers: string[]; users: string[] };

export const anyInstant = fc.date({ min: new Date("1991-08-14"), max: new Date("2090-01-01"), noInvalidDate: true });
/** Of one week, so that weights add up, and few, so that some are the same. */
const hourOfWeek = fc.nat(20).map((third) => new Date(Date.UTC(2026, 5, 8, 8 * third)));
const at = fc.oneof({ weight: 4, arbitrary: hourOfWeek }, { weight: 1, arbitrary: anyInstant });
const standing = fc.oneof(
	{ weight: 3, arbitrary: fc.constant("counted" as const) },
	fc.constantFrom("young" as const, "own" as const),
);
const upvotes = fc.oneof(fc.nat(20), fc.nat(2_000_000));

/** Any act of a paper's own readers and sources, in a scene of so many papers and users. */
export function anyPaperAct({ papers, users }: { papers: number; users: number }): fc.Arbitrary<Act> {
	const paper = fc.nat(papers - 1);
	const user = fc.nat(users - 1);
	const vote = fc.record({ kind: fc.constant("vote" as const), user, paper, at, standing });
	const judge = fc.record({ kind: fc.constant("judge" as const), user, paper, standing });
	const undo = fc.record({ kind: fc.constant("undo" as const), user, paper });
	const capture = fc.record({ kind: fc.constant("capture" as const), paper, at, upvotes });
	const dropCapture = fc.record({ kind: fc.constant("drop-capture" as const), paper, nth: fc.nat(3) });
	const count = fc.record({ kind: fc.constant("count" as const), paper, upvotes, at: fc.option(at) });
	return fc.oneof(vote, vote, vote, judge, undo, undo, capture, capture, dropCapture, count);
}

const paperAct = anyPaperAct({ papers: 3, users: 6 });
const list = fc.record({ kind: fc.constant("list" as const), paper: fc.nat(2), at });
const leave = fc.record({ kind: fc.constant("leave" as const), user: fc.nat(5) });

/** Any acts on three papers by six users, in whatever order of their instants. */
export const anyActs: fc.Arbitrary<Act[]> = fc.array(fc.oneof(paperAct, paperAct, paperAct, paperAct, list, leave), {
	maxLength: 25,
	size: "max",
});

/** Adds papers without any upvote. */
export async function addScene({ papers, users }: { papers: number; users: number }): Promise<Scene> {
	const ids = Array.from({ length: papers }, () => `rising-${crypto.randomUUID()}`);
	await db().paper.createMany({
		data: ids.map((id) => ({ id, title: "A title", abstract: "An abstract.", importSource: "file" as const })),
	});
	return { papers: ids, users: Array.from({ length: users }, () => crypto.randomUUID()) };
}

/** Does what an act says; one that can't be done changes nothing. */
export async function perform(session: Session, act: Act, { papers, users }: Scene): Promise<void> {
	const paperId = "paper" in act ? papers[act.paper] : undefined;
	const userId = "user" in act ? users[act.user] : undefined;
	switch (act.kind) {
		case "vote":
			await session.query(ADD_USER, [userId]);
			await session.query(VOTE, [userId, paperId, act.at, act.standing]);
			return;
		case "judge":
			await session.query(JUDGE, [userId, paperId, act.standing]);
			return;
		case "undo":
			await session.query("DELETE FROM votes WHERE user_id = $1 AND paper_id = $2", [userId, paperId]);
			return;
		case "capture":
			await session.query(CAPTURE, [paperId, act.at, act.upvotes]);
			return;
		case "drop-capture":
			await session.query(DROP_CAPTURE, [paperId, act.nth]);
			return;
		case "count":
			await session.query(COUNT, [paperId, act.upvotes, act.at]);
			return;
		case "list":
			await session.query(LIST, [paperId, act.at]);
			return;
		case "leave":
			await session.query("DELETE FROM users WHERE id = $1", [userId]);
	}
}

const ADD_USER = `
	INSERT INTO users (id, name, email) VALUES ($1, '', $1 || '@example.org') ON CONFLICT DO NOTHING`;
const VOTE = `
	INSERT INTO votes (user_id, paper_id, created_at, standing) VALUES ($1, $2, $3, $4::vote_standing) ON CONFLICT DO NOTHING`;
const JUDGE = "UPDATE votes SET standing = $3::vote_standing WHERE user_id = $1 AND paper_id = $2";
const CAPTURE = `
	INSERT INTO vote_snapshots (paper_id, captured_at, upvotes) VALUES ($1, $2, $3)
	ON CONFLICT (paper_id, captured_at) DO UPDATE SET upvotes = excluded.upvotes`;
const DROP_CAPTURE = `
	DELETE FROM vote_snapshots WHERE paper_id = $1 AND captured_at =
		(SELECT captured_at FROM vote_snapshots WHERE paper_id = $1 ORDER BY captured_at OFFSET $2 LIMIT 1)`;
const COUNT = "UPDATE papers SET imported_upvotes = $2, captured_at = $3 WHERE id = $1";
/** The day itself does not matter here, only the instant. */
const LIST = `
	WITH day AS (INSERT INTO editions (date) VALUES ('2026-06-08') ON CONFLICT (date) DO UPDATE SET date = excluded.date RETURNING date)
	UPDATE papers SET listed_at = $2, edition_date = day.date FROM day WHERE id = $1`;

/** Stored scores beside those that all votes and captures give by definition, in the order "Rising" of the database. */
export async function readScores(papers: readonly string[]): Promise<{ stored: number; direct: number }[]> {
	const rows = await db().paper.findMany({
		where: { id: { in: [...papers] } },
		include: { votes: true, snapshots: true },
		orderBy: [{ rising: "desc" }, { listedAt: "desc" }, { id: "asc" }],
	});
	return rows.map(({ votes, snapshots, ...row }) => {
		const uncaptured = { capturedAt: row.capturedAt ?? row.listedAt ?? row.createdAt, upvotes: row.importedUpvotes };
		const cast = votes.filter((vote) => vote.standing === "counted").map((vote) => vote.createdAt);
		return { stored: row.rising, direct: risingScore(cast, snapshots.length > 0 ? snapshots : [uncaptured]) };
	});
}
