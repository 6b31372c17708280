import { beforeEach, expect, it } from "vitest";
import { dismissReports, hideComment, unhideComment } from "@/lib/comments/moderation";
import { deleteComment, type Place, reportComment } from "@/lib/comments/mutations";
import { listReportedComments } from "@/lib/comments/queries";
import { db } from "@/lib/db/client";
import type { PaperId } from "@/lib/papers/ids";
import { actsOn } from "../submissions/scene";
import { addPaper } from "../votes/voters";
import { addCommenter, countComments, later, NOW, readPage, write } from "./scene";

let paper: PaperId;
let ada: string;
let bob: string;
let curator: string;
let rude: Place;
let count = 0;

beforeEach(async () => {
	count += 1;
	await db().comment.deleteMany();
	paper = await addPaper(`2611.${String(20_000 + count)}`);
	ada = await addCommenter(`ada${count}`);
	bob = await addCommenter(`bob${count}`);
	curator = await addCommenter(`cleo${count}`, { role: "curator" });
	rude = await write(ada, paper, "rude");
});

it("reported comments wait for a curator with every reason, until they are settled or deleted", async () => {
	await write(ada, paper, "fine");
	await reportComment(bob, rude.id, "insults", NOW);
	await reportComment(curator, rude.id, "off topic", later(1));
	expect(await listReportedComments(10)).toEqual([
		{
			id: rude.id,
			paperId: paper,
			paperTitle: `Title of ${paper}`,
			body: "rude",
			writtenAt: NOW,
			handle: `ada${count}`,
			isHidden: false,
			reports: [
				{ reason: "insults", at: NOW },
				{ reason: "off topic", at: later(1) },
			],
		},
	]);
	await dismissReports(curator, rude.id, later(2));
	expect(await listReportedComments(10)).toEqual([]);
	expect(await readPage(paper)).toEqual(["rude", "fine"]);
	expect(await actsOn(paper)).toEqual([{ act: "dismiss_reports", actorId: curator, detail: { comment: rude.id } }]);

	await reportComment(await addCommenter(`eve${count}`), rude.id, "still", later(3));
	expect(await listReportedComments(10)).toMatchObject([{ reports: [{ reason: "still" }] }]);
	await deleteComment(ada, rude.id, later(4));
	expect(await listReportedComments(10)).toEqual([]);
});

it("hiding takes a comment off the page and the count, keeps its place over replies, and can be taken back", async () => {
	const other = await write(bob, paper, "reply", { to: rude });
	await reportComment(bob, rude.id, "insults", NOW);
	expect(await hideComment(curator, rude.id, "insults", NOW)).toEqual({ ok: true, value: { paperId: paper } });
	await hideComment(curator, rude.id, "again", NOW);
	expect(await readPage(paper)).toEqual(["[removed]", "> reply"]);
	expect(await countComments(paper)).toEqual({ counter: 1, rows: 1 });
	expect(await listReportedComments(10)).toEqual([]);
	await hideComment(curator, other.id, "", NOW);
	expect(await readPage(paper)).toEqual([]);
	await unhideComment(curator, rude.id, NOW);
	await unhideComment(curator, rude.id, NOW);
	expect(await readPage(paper)).toEqual(["rude"]);
	expect(await actsOn(paper)).toEqual([
		{ act: "hide_comment", actorId: curator, detail: { comment: rude.id, reason: "insults" } },
		{ act: "hide_comment", actorId: curator, detail: { comment: other.id } },
		{ act: "unhide_comment", actorId: curator, detail: { comment: rude.id } },
	]);
});

it("is for curators by their row alone, and for what is there", async () => {
	for (const act of [
		(user: string) => hideComment(user, rude.id, "", NOW),
		(user: string) => unhideComment(user, rude.id, NOW),
		(user: string) => dismissReports(user, rude.id, NOW),
	]) {
		expect(await act(bob)).toEqual({ ok: false, reason: "not-a-curator" });
	}
	expect(await hideComment(curator, 999_999, "", NOW)).toEqual({ ok: false, reason: "gone" });
	await deleteComment(ada, rude.id, NOW);
	expect(await hideComment(curator, rude.id, "", NOW)).toEqual({ ok: false, reason: "gone" });
	expect(await actsOn(paper)).toEqual([]);
});
