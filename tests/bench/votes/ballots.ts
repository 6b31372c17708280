import type { PaperId } from "@/lib/papers/ids";
import { createSeeded } from "../seeded";
import type { Voter } from "./scene";

export type Ballot = { voter: Voter; paper: PaperId; upvoted: boolean };

/**
 * Gives ballots one after the other: each voter in turn for a paper drawn from some, and in every other round taken back what was
 * cast. No person votes faster than the limits let, if there are enough of them.
 */
export function drawBallots(voters: readonly Voter[], papers: readonly PaperId[]): () => Ballot {
	const seeded = createSeeded(7);
	const last = new Map<Voter, PaperId>();
	let drawn = 0;
	return () => {
		const voter = voters[drawn++ % voters.length];
		if (voter === undefined) throw new Error("nobody votes");
		const cast = last.get(voter);
		const paper = cast ?? seeded.pick(papers);
		if (cast === undefined) last.set(voter, paper);
		else last.delete(voter);
		return { voter, paper, upvoted: cast === undefined };
	};
}

/** How many ballots were done a second, by so many at a time, and how many were refused. */
export type Pace = { perSecond: number; refused: number };

/** Casts ballots for some seconds. */
export async function castFor(
	seconds: number,
	atOnce: number,
	draw: () => Ballot,
	cast: (ballot: Ballot, client: number) => Promise<boolean>,
): Promise<Pace> {
	const startedAt = performance.now();
	const elapsed = () => (performance.now() - startedAt) / 1000;
	let [done, refused] = [0, 0];
	const work = async (_: unknown, client: number) => {
		while (elapsed() < seconds) {
			if (await cast(draw(), client)) done++;
			else refused++;
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return { perSecond: done / elapsed(), refused };
}
