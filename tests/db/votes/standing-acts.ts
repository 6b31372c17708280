import fc from "fast-check";
import { decideHold } from "@/lib/curation/decide-hold";
import { db } from "@/lib/db/client";
import type { PaperId } from "@/lib/papers/ids";
import { ageVotes } from "@/lib/votes/age-votes";
import { setVote } from "@/lib/votes/mutations";
import type { HoldDecision } from "@/lib/votes/types";
import { HOUR_MS, MINUTE_MS, StandingModel, type Voter } from "./standing-model";
import { addCurator, addEach, addPaper, submitAs } from "./voters";

/** What moves votes; voters and holds stand by their place. `minutes` go by before it. */
export type Act = { minutes: number } & (
	| { kind: "cast" | "take-back" | "leave"; voter: number }
	| { kind: "age" }
	| { kind: "decide"; hold: number; decision: HoldDecision }
);

/** A paper, those who may vote for it, and what the rules make of what they do. */
export type Scene = { paper: PaperId; curator: string; ids: string[]; model: StandingModel; now: number };

const START = Date.UTC(2026, 5, 8, 15);
const VOTERS = 24;

const anyVoter: fc.Arbitrary<Voter> = fc
	.record({
		// Around each of the ages that matter.
		hours: fc.constantFrom(1, 23, 30, 24 * 6.9, 24 * 400),
		isConfirmed: fc.nat(9).map((tenth) => tenth > 0),
		network: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 40 })),
	})
	.map(({ hours, ...voter }) => ({ ...voter, createdAt: new Date(START - hours * HOUR_MS), hasLeft: false }));

/** The first of them submits the paper. */
export const anyVoters = fc.array(anyVoter, { minLength: VOTERS, maxLength: VOTERS });

const voter = fc.nat(VOTERS - 1);
const cast = fc.record({ kind: fc.constant("cast" as const), voter });
const takeBack = fc.record({ kind: fc.constant("take-back" as const), voter });
const leave = fc.record({ kind: fc.constant("leave" as const), voter });
const age = fc.record({ kind: fc.constant("age" as const) });
const decision = fc.constantFrom("accepted" as const, "voided" as const);
const decide = fc.record({ kind: fc.constant("decide" as const), hold: fc.nat(2), decision });
/** Mostly within one hour, now and then beyond a rule's hour or day. */
const minutes = fc.oneof(
	{ weight: 30, arbitrary: fc.nat(2) },
	{ weight: 2, arbitrary: fc.constantFrom(40, 61) },
	{ weight: 1, arbitrary: fc.constantFrom(12 * 60, 25 * 60) },
);
const anyAct = fc
	.tuple(
		minutes,
		fc.oneof(
			{ weight: 20, arbitrary: cast },
			{ weight: 3, arbitrary: takeBack },
			{ weight: 1, arbitrary: leave },
			{ weight: 2, arbitrary: age },
			{ weight: 2, arbitrary: decide },
		),
	)
	.map(([gone, act]): Act => ({ ...act, minutes: gone }));

export const anyActs = fc.array(anyAct, { maxLength: 60, size: "max" });

/** Adds a paper of the first voter's, and all of them. */
export async function addScene(voters: Voter[]): Promise<Scene> {
	const paper = await addPaper(`standing-${crypto.randomUUID()}`);
	const ids = await addEach(voters.map(({ createdAt, isConfirmed }) => ({ createdAt, emailVerified: isConfirmed })));
	await submitAs(ids[0] ?? "", paper);
	const model = new StandingModel(voters.map((one, index) => ({ ...one, isSubmitter: index === 0 })));
	return { paper, curator: await addCurator(), ids, model, now: START };
}

/** Does what an act says, in the database and in the model. One that can't be done changes nothing. */
export async function perform(act: Act, scene: Scene): Promise<void> {
	scene.now += act.minutes * MINUTE_MS;
	const { paper, curator, ids, model } = scene;
	const now = new Date(scene.now);
	const who = "voter" in act ? model.voters[act.voter] : undefined;
	const id = ("voter" in act && ids[act.voter]) || "";
	switch (act.kind) {
		case "cast":
			if (who === undefined || who.hasLeft) return;
			model.cast(act.voter, scene.now);
			await setVote(id, paper, true, { now, address: `192.0.2.${who.network}` });
			return;
		case "take-back":
			if (who === undefined || who.hasLeft) return;
			model.takeBack(act.voter);
			await setVote(id, paper, false, { now });
			return;
		case "leave":
			if (who === undefined) return;
			who.hasLeft = true;
			await db().user.deleteMany({ where: { id } });
			return;
		case "age":
			model.age(scene.now);
			await ageVotes({ now, limit: 1000 });
			return;
		case "decide":
			model.decide(act.hold, act.decision, scene.now);
			await decideHold(curator, await findHold(paper, act.hold), act.decision, now);
	}
}

/** Holds of one instant come in the order of their reasons, as in the model. */
async function findHold(paperId: PaperId, nth: number): Promise<string> {
	const orderBy = [{ openedAt: "asc" as const }, { reason: "asc" as const }];
	const [hold] = await db().voteHold.findMany({ where: { paperId }, orderBy, skip: nth, take: 1 });
	return hold?.id ?? crypto.randomUUID();
}
