import { describe, expect, it, test } from "vitest";
import { POST } from "@/app/api/votes/route";
import { decideHold } from "@/lib/curation/decide-hold";
import { db } from "@/lib/db/client";
import type { PaperId } from "@/lib/papers/ids";
import { ageVotes } from "@/lib/votes/age-votes";
import { setVote } from "@/lib/votes/mutations";
import { listVoteHolds } from "@/lib/votes/queries";
import { signInAs } from "../accounts/signing-in";
import { DAY_MS, HOUR_MS } from "./standing-model";
import { addCurator, addPaper, addUser, addUsers, submitAs } from "./voters";

const NOW = new Date("2026-06-08T12:00:00Z");
const later = (ms: number) => new Date(NOW.getTime() + ms);
const ofAge = (ms: number) => ({ createdAt: later(-ms) });

async function rank(paperId: PaperId): Promise<{ shown: number; rising: number }> {
	const { localUpvotes, rising } = await db().paper.findUniqueOrThrow({ where: { id: paperId } });
	return { shown: localUpvotes, rising };
}

async function voteAll(users: string[], paper: PaperId, address?: (nth: number) => string) {
	for (const [nth, user] of users.entries()) await setVote(user, paper, true, { now: NOW, address: address?.(nth) });
}

describe("fifty accounts of two days that lift one paper from one network", () => {
	const arrange = async (id: string) => {
		const paper = await addPaper(id);
		await setVote(await addUser(), paper, true, { now: later(-HOUR_MS) });
		const honest = await rank(paper);
		await voteAll(await addUsers(50, ofAge(2 * DAY_MS)), paper, () => "192.0.2.7");
		const hold = (await listVoteHolds(100)).find((one) => one.paper.id === paper);
		return { paper, honest, curator: await addCurator(), holdId: hold?.id ?? "", hold };
	};

	it("are shown, do not move Rising, and are listed for a curator; voiding takes the number back", async () => {
		const { paper, honest, curator, hold, holdId } = await arrange("2606.00001");
		expect(await rank(paper)).toEqual({ shown: 51, rising: honest.rising });
		expect(hold).toEqual({
			id: holdId,
			paper: { id: paper, title: "Title of 2606.00001" },
			reason: "network",
			openedAt: NOW,
			votes: 50,
			localUpvotes: 51,
		});
		expect(await decideHold(curator, holdId, "voided", later(HOUR_MS))).toEqual({
			ok: true,
			value: { paperId: paper, votes: 50 },
		});
		expect(await rank(paper)).toEqual(honest);
		expect((await listVoteHolds(100)).map((one) => one.id)).not.toContain(holdId);
	});

	it("count from their own instants once a curator accepts them", async () => {
		const { paper, honest, curator, holdId } = await arrange("2606.00002");
		await decideHold(curator, holdId, "accepted", later(HOUR_MS));
		const { shown, rising } = await rank(paper);
		expect([shown, rising > honest.rising + 5]).toEqual([51, true]);
	});

	it("are decided once, by a curator alone, and the act is written down", async () => {
		const { paper, curator, holdId } = await arrange("2606.00003");
		expect(await decideHold(await addUser(), holdId, "accepted", NOW)).toEqual({ ok: false, reason: "not-a-curator" });
		expect(await decideHold("nobody", holdId, "accepted", NOW)).toEqual({ ok: false, reason: "not-a-curator" });
		const unknown = crypto.randomUUID();
		expect(await decideHold(curator, unknown, "accepted", NOW)).toEqual({ ok: false, reason: "unknown-hold" });
		const answers = await Promise.all([
			decideHold(curator, holdId, "voided", NOW),
			decideHold(await addCurator(), holdId, "accepted", NOW),
		]);
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
		expect(answers).toContainEqual({ ok: false, reason: "already-decided" });
		const acts = await db().auditAct.findMany({ where: { paperId: paper } });
		expect(acts).toMatchObject([{ detail: { hold: holdId, votes: 50 } }]);
	});
});

test("new accounts from everywhere are shown and do not rank, and do so a day later only once a curator accepted the burst", async () => {
	const paper = await addPaper("2606.00004");
	const users = await addUsers(20, ofAge(HOUR_MS));
	await voteAll(users, paper, (nth) => `192.0.2.${nth}`);
	expect(await rank(paper)).toEqual({ shown: 20, rising: Number.NEGATIVE_INFINITY });
	await ageVotes({ now: later(2 * DAY_MS), limit: 1000 });
	expect((await rank(paper)).rising).toBe(Number.NEGATIVE_INFINITY);
	const [hold] = (await listVoteHolds(100)).filter((one) => one.paper.id === paper);
	expect(hold).toMatchObject({ reason: "fresh", votes: 20 });
	await decideHold(await addCurator(), hold?.id ?? "", "accepted", NOW);
	// Still young: the job lets them count.
	expect((await rank(paper)).rising).toBe(Number.NEGATIVE_INFINITY);
	await ageVotes({ now: later(DAY_MS), limit: 7 });
	await ageVotes({ now: later(DAY_MS), limit: 1000 });
	const aged = await rank(paper);
	expect(aged.rising).toBeGreaterThan(0);
	await ageVotes({ now: later(DAY_MS), limit: 1000 });
	expect(await rank(paper)).toEqual(aged);
});

test("an account without a confirmed address never ranks, however old", async () => {
	const paper = await addPaper("2606.00005");
	await setVote(await addUser({ emailVerified: false }), paper, true, { now: NOW });
	await ageVotes({ now: later(9 * DAY_MS), limit: 1000 });
	expect(await rank(paper)).toEqual({ shown: 1, rising: Number.NEGATIVE_INFINITY });
});

test("twenty votes of old accounts from one network of a thousand readers do not hold the others'", async () => {
	const paper = await addPaper("2606.00006");
	await voteAll(await addUsers(20), paper, (nth) => `192.0.2.${nth % 5}`);
	expect((await listVoteHolds(100)).some((one) => one.paper.id === paper)).toBe(false);
	await voteAll(await addUsers(1), paper, () => "192.0.2.1");
	expect((await listVoteHolds(100)).find((one) => one.paper.id === paper)).toMatchObject({ votes: 5 });
});

describe("the submitter's own vote", () => {
	it("shows once and never lifts", async () => {
		const [paper, submitter] = [await addPaper("2606.00007"), await addUser()];
		await submitAs(submitter, paper);
		for (const wish of [true, true, false, true]) await setVote(submitter, paper, wish, { now: NOW });
		expect(await rank(paper)).toEqual({ shown: 1, rising: Number.NEGATIVE_INFINITY });
	});
});

describe("a voided vote", () => {
	it("can't be taken back, cast again, or outlived by its account's next one", async () => {
		const [paper, curator] = [await addPaper("2606.00008"), await addCurator()];
		const users = await addUsers(5);
		await voteAll(users, paper, () => "198.51.100.1");
		const [hold] = (await listVoteHolds(100)).filter((one) => one.paper.id === paper);
		await decideHold(curator, hold?.id ?? "", "voided", NOW);
		for (const wish of [false, true]) {
			expect(await setVote(users[0] ?? "", paper, wish)).toEqual({ ok: false, reason: "voided" });
		}
		expect((await rank(paper)).shown).toBe(0);
		// The next from there is looked at as well, and no vote is voided that no curator has seen.
		await setVote(await addUser(), paper, true, { now: later(HOUR_MS), address: "198.51.100.1" });
		expect((await listVoteHolds(100)).find((one) => one.paper.id === paper)).toMatchObject({ votes: 1 });
	});
});

test("a vote is its sender's, whoever the body names", async () => {
	const paper = await addPaper("2606.00009");
	const other = await addUser();
	const { userId, cookie } = await signInAs("mallory@example.org");
	const site = process.env.APP_URL ?? "";
	const body = JSON.stringify({
		paper,
		upvoted: true,
		user: other,
		userId: other,
		user_id: other,
		standing: "counted",
	});
	const headers = { origin: site, "content-type": "application/json", cookie };
	expect((await POST(new Request(`${site}/api/votes`, { method: "POST", headers, body }))).status).toBe(200);
	expect(await db().vote.findMany({ where: { paperId: paper } })).toMatchObject([{ userId, standing: "young" }]);
});

test("networks are kept for two days, as hashes", async () => {
	const paper = await addPaper("2606.00010");
	await setVote(await addUser(), paper, true, { now: NOW, address: "203.0.113.9" });
	const kept = () => db().voteNetwork.findMany({ where: { paperId: paper } });
	expect(await kept()).toMatchObject([{ network: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
	await ageVotes({ now: later(2 * DAY_MS), limit: 1000 });
	expect(await kept()).toHaveLength(1);
	await ageVotes({ now: later(2 * DAY_MS + 1), limit: 1000 });
	expect(await kept()).toEqual([]);
});
