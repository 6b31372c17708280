import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { deleteComment, editComment, type Place, setReplyMails } from "@/lib/comments/mutations";
import { sendReplyMails } from "@/lib/comments/replies/send";
import { readStopToken } from "@/lib/comments/replies/tokens";
import { db } from "@/lib/db/client";
import type { PaperId } from "@/lib/papers/ids";
import { resendErrors } from "@/tests/fakes/resend-documented";
import { startResend } from "../digest/scene";
import { addPaper } from "../votes/voters";
import { addCommenter, hide, later, NOW, write } from "./scene";

const resend = await startResend();
afterAll(() => resend.stop());

let paper: PaperId;
let ada: string;
let bob: string;
let first: Place;
let count = 0;

beforeEach(async () => {
	resend.reset();
	await db().comment.deleteMany();
	count += 1;
	paper = await addPaper(`2611.${String(30_000 + count)}`);
	ada = await addCommenter(`ada${count}`, { replyMails: true });
	bob = await addCommenter(`bob${count}`, { name: "Bob" });
	first = await write(ada, paper, "first");
});

const ended = { submitted: 0, rejected: 0, skipped: 0, unknown: 0, waiting: 0 };
const run = (now = NOW) => sendReplyMails({ now });
const states = async () => (await db().replyMail.findMany()).map(({ state, payload }) => [state, payload]);

describe("a reply", () => {
	it("is mailed once to who asked for it, in plain words, with a way out", async () => {
		const reply = await write(bob, paper, "*No*, <b>look</b> at $x^2$:\n\n[here](https://x.example)", { to: first });
		expect(await run()).toEqual({ ...ended, submitted: 1 });
		expect(await run()).toEqual(ended);
		expect(resend.accepted).toHaveLength(1);
		const [mail] = resend.accepted;
		expect(mail).toMatchObject({
			to: `ada${count}@example.org`,
			subject: `Bob replied to you on “Title of ${paper}”`,
			headers: { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
		});
		expect(mail?.text).toContain("No, <b>look</b> at x^2:\n\nhere\n");
		expect(mail?.text).toContain(`/papers/${paper}#comment-${reply.id}`);
		expect(mail?.html).not.toMatch(/<b>look|x\.example/);
		const link = mail?.headers?.["List-Unsubscribe"]?.match(/token=([^>]+)>/)?.[1] ?? "";
		expect(await readStopToken(link, NOW)).toBe(ada);
		expect(await states()).toEqual([["submitted", null]]);
	});

	it("to a reply is mailed to who wrote that one", async () => {
		await setReplyMails(bob, true);
		const reply = await write(bob, paper, "reply", { to: first });
		await write(ada, paper, "answer", { to: reply });
		await run();
		expect(resend.accepted.map(({ to }) => to)).toEqual([`ada${count}@example.org`, `bob${count}@example.org`]);
	});

	it("is mailed to nobody who has not asked, to oneself, or to whose account is gone", async () => {
		await write(ada, paper, "to myself", { to: first });
		const quiet = await write(bob, paper, "of bob");
		await write(ada, paper, "to bob", { to: quiet });
		await write(bob, paper, "to ada", { to: first });
		await db().user.delete({ where: { id: ada } });
		expect(await run()).toEqual(ended);
		expect(await db().replyMail.count()).toBe(0);
	});

	it.each([
		["the reply is deleted", (reply: Place) => deleteComment(bob, reply.id, NOW)],
		["a curator hides it", (reply: Place) => hide(reply)],
		["its writer's account is deleted", () => db().user.delete({ where: { id: bob } })],
		["the paper is hidden", () => db().paper.update({ where: { id: paper }, data: { hiddenAt: NOW } })],
		["they want no more mails", () => setReplyMails(ada, false)],
	])("is not mailed any more when %s", async (_what, happens) => {
		await happens(await write(bob, paper, "reply", { to: first }));
		expect(await run()).toEqual({ ...ended, skipped: 1 });
		expect(resend.accepted).toEqual([]);
	});
});

describe("when sending fails", () => {
	it("several runs at once send each mail once", async () => {
		for (const body of ["one", "two", "three"]) await write(bob, paper, body, { to: first });
		await Promise.all([run(), run(), run()]);
		expect(resend.accepted).toHaveLength(3);
		expect(new Set(resend.requests.map(({ key }) => key)).size).toBe(3);
	});

	it("a lost answer is asked for again with the same bytes, whatever is edited meanwhile", async () => {
		const reply = await write(bob, paper, "before", { to: first });
		resend.faults.push({ kind: "accept-and-drop" }, { kind: "drop" }, { kind: "drop" });
		expect(await run()).toEqual({ ...ended, waiting: 1 });
		await editComment(bob, reply.id, "after", later(1));
		expect(await run()).toEqual({ ...ended, submitted: 1 });
		expect(resend.accepted).toHaveLength(1);
		expect(new Set(resend.requests.map(({ body }) => body)).size).toBe(1);
	});

	it("what certainly did not leave is written anew", async () => {
		const reply = await write(bob, paper, "before", { to: first });
		resend.faults.push({ kind: "answer", error: resendErrors.dailyQuota });
		expect(await run()).toEqual({ ...ended, waiting: 1 });
		await editComment(bob, reply.id, "after", later(1));
		expect(await run()).toEqual({ ...ended, submitted: 1 });
		expect(resend.accepted[0]?.text).toContain("after");
	});

	it("a mail that may have left is given up once its key may be forgotten, or once it is not wanted any more", async () => {
		await write(bob, paper, "one", { to: first });
		resend.faults.push({ kind: "accept-and-drop" }, { kind: "drop" }, { kind: "drop" });
		await run();
		await db().$executeRaw`UPDATE reply_mails SET first_tried_at = now() - interval '23 hours'`;
		expect(await run()).toEqual({ ...ended, unknown: 1 });
		await write(bob, paper, "two", { to: first });
		resend.faults.push({ kind: "accept-and-drop" }, { kind: "drop" }, { kind: "drop" });
		await run();
		await setReplyMails(ada, false);
		expect(await run()).toEqual({ ...ended, unknown: 1 });
		expect(await states()).toEqual([
			["unknown", null],
			["unknown", null],
		]);
		expect(resend.accepted).toHaveLength(2);
	});

	it("a process that died in the middle holds a mail for a minute only", async () => {
		await write(bob, paper, "reply", { to: first });
		await db().$executeRaw`UPDATE reply_mails SET leased_until = now() + interval '60 seconds'`;
		expect(await run()).toEqual({ ...ended, waiting: 1 });
		await db().$executeRaw`UPDATE reply_mails SET leased_until = now()`;
		expect(await run()).toEqual({ ...ended, submitted: 1 });
	});

	it("a refused address ends its own mail, and mails that waited for days are not sent", async () => {
		resend.reset({ poison: [`ada${count}@example.org`] });
		await write(bob, paper, "reply", { to: first });
		expect(await run()).toEqual({ ...ended, rejected: 1 });
		await write(bob, paper, "another", { to: first });
		expect(await run(later(3 * 24 * 60))).toEqual({ ...ended, skipped: 1 });
		expect(resend.accepted).toEqual([]);
	});

	it("a dry run only counts", async () => {
		await write(bob, paper, "reply", { to: first });
		expect(await sendReplyMails({ now: NOW, dryRun: true })).toEqual({ ...ended, waiting: 1 });
		expect(resend.requests).toEqual([]);
	});
});
