import { utcDateOf } from "@/lib/time";
import type { HoldDecision, VoteStanding } from "@/lib/votes/types";

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Somebody who may vote for the one paper of a model. */
export type Voter = { createdAt: Date; isConfirmed: boolean; network: number; isSubmitter?: boolean; hasLeft: boolean };

type Vote = { voter: number; at: number; standing: VoteStanding; hold: Hold | undefined };
type Hold = { reason: "network" | "fresh"; openedAt: number; decision?: HoldDecision; decidedAt?: number };

/** What docs/ranking.md says of one paper's votes, done the slow and plain way, to hold the database's way against. */
export class StandingModel {
	private votes: Vote[] = [];
	/** In the order in which they were opened. */
	readonly holds: Hold[] = [];

	constructor(readonly voters: readonly Voter[]) {}

	/** Each vote's instant and standing, the earliest first. */
	get standings(): { at: number; standing: VoteStanding }[] {
		return this.votes.map(({ at, standing }) => ({ at, standing }));
	}

	cast(voter: number, now: number): void {
		if (this.votes.some((vote) => vote.voter === voter)) return;
		const standing = this.who(voter).isSubmitter ? "own" : this.unheld(voter, now);
		const vote: Vote = { voter, at: now, hold: undefined, standing };
		this.votes.push(vote);
		if (vote.standing === "own") return;
		this.holdNetworkBurst(vote, now);
		if (this.isFresh(vote, now)) this.holdFreshBurst(now);
	}

	takeBack(voter: number): void {
		this.votes = this.votes.filter((vote) => vote.voter !== voter || vote.standing === "void");
	}

	/** Nothing happens if there is no such hold, or it was decided before. */
	decide(nth: number, decision: HoldDecision, now: number): void {
		const hold = this.holds[nth];
		if (hold === undefined || hold.decision !== undefined) return;
		Object.assign(hold, { decision, decidedAt: now });
		for (const vote of this.votes) {
			if (vote.hold !== hold || vote.standing !== "held") continue;
			const accepted = this.who(vote.voter).hasLeft ? "counted" : this.unheld(vote.voter, now);
			vote.standing = decision === "voided" ? "void" : accepted;
		}
	}

	age(now: number): void {
		for (const vote of this.votes) {
			if (vote.standing === "young" && !this.who(vote.voter).hasLeft) vote.standing = this.unheld(vote.voter, now);
		}
	}

	private holdNetworkBurst({ voter }: Vote, now: number): void {
		const { network } = this.who(voter);
		const days = [utcDateOf(new Date(now)), utcDateOf(new Date(now - DAY_MS))];
		const alike = this.votes.filter(
			(vote) => this.who(vote.voter).network === network && days.includes(utcDateOf(new Date(vote.at))),
		);
		const burst = alike.filter((vote) => vote.at > now - DAY_MS && mayRank(vote));
		const last = this.lastHold("network", now, (hold) => alike.some((vote) => vote.hold === hold));
		this.holdBurst("network", burst, burst.length >= 5, last, now);
	}

	private holdFreshBurst(now: number): void {
		const ofHour = this.votes.filter((vote) => vote.at > now - HOUR_MS && mayRank(vote));
		const burst = ofHour.filter((vote) => this.isFresh(vote, now));
		const isBurst = burst.length >= 10 && burst.length > ofHour.length / 2;
		this.holdBurst(
			"fresh",
			burst,
			isBurst,
			this.lastHold("fresh", now, () => true),
			now,
		);
	}

	private holdBurst(
		reason: Hold["reason"],
		burst: Vote[],
		isBurst: boolean,
		last: Hold | undefined,
		now: number,
	): void {
		const unheld = burst.filter((vote) => vote.standing !== "held" && vote.hold === undefined);
		if (unheld.length === 0 || last?.decision === "accepted" || (last === undefined && !isBurst)) return;
		const hold: Hold = last?.decision === undefined && last !== undefined ? last : { reason, openedAt: now };
		if (hold !== last) this.holds.push(hold);
		for (const vote of unheld) Object.assign(vote, { standing: "held", hold });
	}

	private lastHold(reason: Hold["reason"], now: number, isOfBurst: (hold: Hold) => boolean): Hold | undefined {
		return this.holds.findLast(
			(hold) => hold.reason === reason && (hold.decidedAt ?? now) > now - DAY_MS && isOfBurst(hold),
		);
	}

	private unheld(voter: number, now: number): VoteStanding {
		const { createdAt, isConfirmed } = this.who(voter);
		return isConfirmed && createdAt.getTime() <= now - DAY_MS ? "counted" : "young";
	}

	private isFresh({ voter }: Vote, now: number): boolean {
		const { hasLeft, createdAt } = this.who(voter);
		return hasLeft || createdAt.getTime() > now - 7 * DAY_MS;
	}

	private who(voter: number): Voter {
		const found = this.voters[voter];
		if (found === undefined) throw new Error(`there is no voter ${voter}`);
		return found;
	}
}

function mayRank({ standing }: Vote): boolean {
	return standing === "counted" || standing === "young" || standing === "held";
}
