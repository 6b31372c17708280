import { revalidatePath } from "next/cache";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
	deleteCommentAction,
	editCommentAction,
	postCommentAction,
	replyMailsAction,
	reportCommentAction,
	stopReplyMailsAction,
} from "@/lib/comments/actions";
import { signStopToken } from "@/lib/comments/replies/tokens";
import { db } from "@/lib/db/client";
import { log } from "@/lib/log";
import type { PaperId } from "@/lib/papers/ids";
import { signInAs } from "../accounts/signing-in";
import { addPaper } from "../votes/voters";
import { addCommenter, readPage, write } from "./scene";

const SITE = process.env.APP_URL ?? "";
const EMPTY = { text: "" };

let request = new Headers();
let paper: PaperId;
let count = 0;

vi.mock("next/headers", () => ({ headers: async () => request }));
vi.mock("next/cache", () => ({ revalidatePath: vi.fn() }));

beforeEach(async () => {
	request = new Headers({ origin: SITE, host: new URL(SITE).host });
	vi.mocked(revalidatePath).mockClear();
	count += 1;
	paper = await addPaper(`2611.${String(40_000 + count)}`);
});

function form(fields: Record<string, string | number>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, String(value));
	return data;
}

async function signIn({ handle = `ada${count}` as string | null } = {}): Promise<string> {
	const { userId, cookie } = await signInAs(`ada${count}@example.org`);
	request.set("cookie", cookie);
	await db().user.update({ where: { id: userId }, data: { handle, handleKey: handle } });
	return userId;
}

/** Where an action leads, as Next's own error says it. */
async function ledTo(action: Promise<unknown>): Promise<string> {
	const error = await action.catch((thrown: unknown) => thrown);
	return (error as { digest?: string }).digest?.split(";")[2] ?? `nowhere: ${JSON.stringify(error)}`;
}

describe("posting", () => {
	it("renews the paper's page and leads to the comment: there with a script, on its own page without", async () => {
		await signIn();
		const plain = await ledTo(postCommentAction(EMPTY, form({ paper, body: "one\r\ntwo" })));
		const { id, body } = await db().comment.findFirstOrThrow({ where: { paperId: paper } });
		expect([plain, body]).toEqual([`/comments/${id}`, "one\ntwo"]);
		expect(revalidatePath).toHaveBeenCalledWith(`/papers/${paper}`);
		request.set("next-action", "x");
		expect(await ledTo(postCommentAction(EMPTY, form({ paper, body: "two", to: String(id) })))).toMatch(
			new RegExp(`^/papers/${paper}#comment-\\d+$`),
		);
		expect(await readPage(paper)).toEqual(["one\ntwo", "> two"]);
	});

	it("keeps the text of who is signed out, has no handle, or wrote nothing or too much", async () => {
		const post = (body: string) => postCommentAction(EMPTY, form({ paper, body }));
		expect(await post("words")).toMatchObject({ text: "words", needs: "sign-in" });
		await signIn({ handle: null });
		expect(await post("words")).toMatchObject({ text: "words", needs: "handle" });
		expect(await post(" \u200b\n")).toMatchObject({ problem: "Write something first." });
		const long = "x".repeat(10_001);
		expect(await post(long)).toEqual({ text: long, problem: expect.stringContaining("10,000 characters") });
		expect(await post("x".repeat(10_000))).toMatchObject({ needs: "handle" });
		expect(await db().comment.count({ where: { paperId: paper } })).toBe(0);
		expect(revalidatePath).not.toHaveBeenCalled();
	});

	it("keeps the text while the database is down, and logs one line without it", async () => {
		await signIn();
		const lines = vi.spyOn(log, "error").mockImplementation(() => undefined);
		vi.spyOn(db(), "$transaction").mockRejectedValue(new Error("connect ECONNREFUSED"));
		expect(await postCommentAction(EMPTY, form({ paper, body: "precious" }))).toEqual({
			text: "precious",
			problem: expect.stringContaining("Your text is kept here"),
		});
		expect(lines).toHaveBeenCalledTimes(1);
		expect(JSON.stringify(lines.mock.calls)).not.toContain("precious");
	});
});

it.each(["https://evil.example", "null", ""])("from origin %j nothing is done", async (origin) => {
	const ada = await signIn();
	const mine = await write(ada, paper, "mine", { now: new Date() });
	const other = await write(await addCommenter(`bob${count}`), paper, "other", { now: new Date() });
	const { cookie = "" } = Object.fromEntries(request);
	request = new Headers({ ...(origin && { origin }), cookie, host: new URL(SITE).host });
	const token = await signStopToken(ada);
	await db().user.update({ where: { id: ada }, data: { replyMails: true } });
	for (const answer of [
		await postCommentAction(EMPTY, form({ paper, body: "words" })),
		await editCommentAction(EMPTY, form({ comment: mine.id, body: "words" })),
		await reportCommentAction(EMPTY, form({ comment: other.id, reason: "words" })),
		await deleteCommentAction({}, form({ comment: mine.id })),
		await replyMailsAction({}, form({})),
	]) {
		expect(answer).toMatchObject({ problem: expect.stringContaining("did not come from this site") });
	}
	expect(await stopReplyMailsAction({ status: "unpressed", message: "" }, form({ token }))).toMatchObject({
		status: "refused",
	});
	expect(await readPage(paper)).toEqual(["mine", "other"]);
	expect(await db().commentReport.count({ where: { commentId: other.id } })).toBe(0);
	expect(await db().user.findUnique({ where: { id: ada } })).toMatchObject({ replyMails: true });
});

it("changing, deleting and reporting say what came of it, and renew the paper's page", async () => {
	const ada = await signIn();
	const mine = await write(ada, paper, "worng", { now: new Date() });
	const other = await write(await addCommenter(`bob${count}`), paper, "rude", { now: new Date() });
	expect(await editCommentAction(EMPTY, form({ comment: mine.id, body: "wrong" }))).toEqual({
		text: "wrong",
		isSaved: true,
	});
	expect(await reportCommentAction(EMPTY, form({ comment: other.id, reason: " " }))).toMatchObject({
		problem: expect.stringContaining("what is wrong"),
	});
	expect(await reportCommentAction(EMPTY, form({ comment: other.id, reason: "rude" }))).toMatchObject({
		isSaved: true,
	});
	expect(await deleteCommentAction({}, form({ comment: other.id }))).toMatchObject({ problem: expect.any(String) });
	expect(await ledTo(deleteCommentAction({}, form({ comment: mine.id })))).toBe(`/papers/${paper}#comments`);
	expect(vi.mocked(revalidatePath).mock.calls).toEqual([[`/papers/${paper}`], [`/papers/${paper}`]]);
});

it("mails about replies are turned on and off by their checkbox, and off by the link in a mail", async () => {
	const ada = await signIn();
	const wants = async () => (await db().user.findUniqueOrThrow({ where: { id: ada } })).replyMails;
	expect(await replyMailsAction({}, form({ wanted: "on" }))).toMatchObject({ done: expect.any(String) });
	expect(await wants()).toBe(true);
	await replyMailsAction({}, form({}));
	expect(await wants()).toBe(false);
	await replyMailsAction({}, form({ wanted: "on" }));
	request.delete("cookie");
	const press = async (token: string) => stopReplyMailsAction({ status: "unpressed", message: "" }, form({ token }));
	expect(await press("x")).toMatchObject({ status: "refused" });
	expect(await press(await signStopToken(ada))).toMatchObject({ status: "done" });
	expect(await wants()).toBe(false);
});
