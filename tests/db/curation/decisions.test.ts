import { beforeEach, describe, expect, it } from "vitest";
import { decide } from "@/lib/curation/decisions";
import { listActs } from "@/lib/curation/queries";
import {
	countQueues,
	listClaimQueue,
	listFailedRuns,
	listHolds,
	listReports,
	listSubmissions,
} from "@/lib/curation/queues";
import { db } from "@/lib/db/client";
import { findPaper } from "@/lib/papers/queries";
import { NOW } from "../claims/scene";
import { addPerson } from "../submissions/scene";
import { type Asked, actsAbout, type Desk, everyAct, layDesk, standing } from "./desk";

let desk: Desk;
let curator: string;
let other: string;

beforeEach(async () => {
	desk = await layDesk();
	[curator, other] = [await addPerson("curator", "Grace Hopper"), await addPerson("curator")];
});

const name = "Ada Lovelace";

describe("each act", () => {
	it("does what it says, writes one row, and names the page to make anew; a second press changes nothing", async () => {
		const { paper, author, comment, hold, claim } = desk;
		const page = `/papers/${paper}`;
		const onPaper = { actorId: curator, paperId: paper };
		const onClaim = { actorId: curator, paperId: null, detail: { claim, author, name } };
		const written = [
			{ ...onPaper, act: "hide_comment", detail: { comment, reason: "an advert" } },
			{ ...onPaper, act: "unhide_comment", detail: { comment } },
			{ ...onPaper, act: "accept_votes", detail: { hold, votes: 2 } },
			{ ...onClaim, act: "approve_claim" },
			{ ...onClaim, act: "refuse_claim" },
		];
		for (const [asked, pages] of [
			[{ act: "hide_comment", id: comment, reason: "an advert" }, [page]],
			[{ act: "unhide_comment", id: comment }, [page]],
			[{ act: "accept_votes", id: hold }, [page]],
			[{ act: "approve_claim", id: claim }, ["/authors/[slug]/[[...view]]", page]],
			[{ act: "revoke_claim", id: claim }, ["/authors/[slug]/[[...view]]", page]],
		] satisfies [Asked, string[]][]) {
			expect(await decide(curator, asked, NOW)).toEqual({ ok: true, value: pages });
			const before = await standing(desk);
			await decide(other, asked, new Date());
			expect(await standing(desk)).toEqual(before);
		}
		expect(await actsAbout(desk)).toEqual(written);
		const { upvotes, authors } = (await findPaper(paper)) ?? {};
		expect([upvotes?.local, authors]).toEqual([2, [{ name, slug: author }]]);
	});

	it("voids votes and settles reports likewise", async () => {
		const { comment, hold } = desk;
		await decide(curator, { act: "void_votes", id: hold }, NOW);
		await decide(curator, { act: "dismiss_reports", id: comment }, NOW);
		const { votes, reports, comments } = await standing(desk);
		expect(votes.map((vote) => vote.standing)).toEqual(["void", "void"]);
		expect([reports[0]?.settledAt, comments[0]?.hiddenAt]).toEqual([NOW, null]);
		expect(await actsAbout(desk)).toMatchObject([
			{ act: "void_votes", detail: { hold, votes: 2 } },
			{ act: "dismiss_reports", detail: { comment } },
		]);
	});

	it("is refused to readers, strangers, and who was a curator a moment ago", async () => {
		const former = await addPerson("curator");
		await db().user.update({ where: { id: former }, data: { role: "reader" } });
		const before = await standing(desk);
		for (const who of [await addPerson(), former, "nobody", ""])
			for (const asked of everyAct(desk))
				expect(await decide(who, asked, NOW)).toEqual({ ok: false, reason: "not-a-curator" });
		expect(await standing(desk)).toEqual(before);
		expect(await actsAbout(desk)).toEqual([]);
	});

	it("says what is gone", async () => {
		const id = crypto.randomUUID();
		for (const [asked, reason] of [
			[{ act: "dismiss_reports", id: 999_999 }, "gone"],
			[{ act: "void_votes", id }, "unknown-hold"],
			[{ act: "refuse_claim", id }, "gone"],
		] satisfies [Asked, string][])
			expect(await decide(curator, asked, NOW)).toEqual({ ok: false, reason });
	});
});

it("two curators who press everything at once make one act of each, and of two that exclude each other one", async () => {
	const { comment, hold, claim } = desk;
	const presses: Asked[] = [
		{ act: "hide_comment", id: comment, reason: "" },
		{ act: "accept_votes", id: hold },
		{ act: "void_votes", id: hold },
		{ act: "approve_claim", id: claim },
		{ act: "refuse_claim", id: claim },
	];
	await Promise.all([curator, other, curator, other].flatMap((who) => presses.map((press) => decide(who, press, NOW))));
	const about = (await actsAbout(desk)).map(({ act }) => act.replace(/^(accept|void|approve|refuse)_/, "")).sort();
	expect(about).toEqual(["claim", "hide_comment", "votes"]);
	const { holds, votes, claims } = await standing(desk);
	const weight = holds[0]?.decision === "voided" ? "void" : "counted";
	expect(votes.map((vote) => vote.standing)).toEqual([weight, weight]);
	expect(claims[0]?.state).not.toBe("asked");
});

describe("the queues", () => {
	it("hold what waits until it is decided, with their counts", async () => {
		const before = await countQueues(curator, NOW);
		expect((await listReports(curator))?.find(({ id }) => id === desk.comment)).toMatchObject({
			id: desk.comment,
			reports: [{ reason: "An advert." }],
		});
		expect((await listHolds(curator))?.find(({ id }) => id === desk.hold)).toMatchObject({
			id: desk.hold,
			votes: 2,
			localUpvotes: 2,
		});
		expect((await listClaimQueue(curator))?.waiting.find(({ id }) => id === desk.claim)).toMatchObject({
			id: desk.claim,
			note: "It is me.",
		});
		await decide(curator, { act: "hide_comment", id: desk.comment, reason: "" }, NOW);
		await decide(curator, { act: "void_votes", id: desk.hold }, NOW);
		await decide(curator, { act: "approve_claim", id: desk.claim }, NOW);
		const { reports, holds, claims } = (await countQueues(curator, NOW)) ?? {};
		expect([before?.reports, before?.holds, before?.claims]).toEqual(
			[reports, holds, claims].map((left) => Number(left) + 1),
		);
		expect((await listClaimQueue(curator))?.approved.map(({ id }) => id)).toContain(desk.claim);
	});

	it("show the sources' failures and the submissions of the last day", async () => {
		const run = { source: "arxiv", windowName: "2026-11-25", error: "down" } as const;
		const at = (hour: string) => new Date(`2026-11-25T${hour}:00:00Z`);
		await db().ingestRun.createMany({
			data: [
				{ ...run, state: "failed", startedAt: at("08"), finishedAt: at("09") },
				{ ...run, state: "done", startedAt: at("09"), finishedAt: at("09") },
				{ ...run, state: "failed", startedAt: new Date("2026-11-24T11:00:00Z"), finishedAt: at("09") },
			],
		});
		const submitter = await addPerson("reader", "Emmy Noether");
		await db().paper.update({
			where: { id: desk.paper },
			data: { submittedById: submitter, listedBy: null, listedAt: NOW },
		});
		expect(await listFailedRuns(curator, NOW)).toMatchObject([{ startedAt: at("08") }]);
		expect((await listSubmissions(curator))?.[0]).toMatchObject({
			id: desk.paper,
			by: "Emmy Noether",
			isHidden: false,
		});
		expect(await countQueues(curator, NOW)).toMatchObject({ failedRuns: 1, submissions: 1 });
	});

	it("are shown to curators alone", async () => {
		const reader = await addPerson();
		for (const who of [reader, "nobody"]) {
			expect(await countQueues(who, NOW)).toBeUndefined();
			for (const list of [listReports, listHolds, listClaimQueue, listSubmissions, listActs])
				expect(await list(who)).toBeUndefined();
			expect(await listFailedRuns(who, NOW)).toBeUndefined();
		}
	});

	it("acts on comments say which is hidden still, and its words, until it is shown again", async () => {
		const hide: Asked = { act: "hide_comment", id: desk.comment, reason: "an advert" };
		await decide(curator, hide, NOW);
		await decide(curator, { act: "unhide_comment", id: desk.comment }, NOW);
		await decide(curator, hide, NOW);
		const acts = (await listActs(curator))?.filter(({ paperId }) => paperId === desk.paper);
		expect(acts).toMatchObject([
			{ sentence: "hid a comment on it: an advert", hiddenComment: { id: desk.comment, words: "Buy now." } },
			{ sentence: "showed a comment on it again" },
			{ sentence: "hid a comment on it: an advert" },
		]);
		expect(acts?.filter(({ hiddenComment }) => hiddenComment)).toHaveLength(1);
	});
});
