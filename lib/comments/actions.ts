"use server";

import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { currentUser } from "../accounts/queries";
import { isSameOrigin } from "../http/origin";
import { renewPages } from "../http/renew-pages";
import { log } from "../log";
import { done, type Result, refused } from "../result";
import { deleteComment, editComment, type Place, postComment, reportComment, setReplyMails } from "./mutations";
import { readStopToken } from "./replies/tokens";
import { BODY_MAX } from "./rules";
import { commentForm, deleteForm, editForm, linkToken, reportForm } from "./schemas";
import type { PressState, StopState, WriteState } from "./types";
import { MAIL_WORDS, REPORT_WORDS, REPORTED, WRITE_WORDS } from "./words";

/** Takes the form of a comment or a reply. Whatever stands in the way, the text is kept. */
export async function postCommentAction(_previous: WriteState, form: FormData): Promise<WriteState> {
	const request = await headers();
	const saved = await takeText(request, form, commentForm, (userId, asked, now) => postComment(userId, asked, now));
	if (!("paperId" in saved)) return saved;
	await renewPages([`/papers/${saved.paperId}`]);
	// A cache in front may hold the paper's page for a while. Without a script, the comment's own page shows that it is saved.
	const path = request.has("next-action") ? `/papers/${saved.paperId}#comment-${saved.id}` : `/comments/${saved.id}`;
	redirect(path as Route);
}

/** Takes the form that changes a comment. */
export async function editCommentAction(_previous: WriteState, form: FormData): Promise<WriteState> {
	const saved = await takeText(await headers(), form, editForm, (userId, { comment, body }, now) =>
		editComment(userId, comment, body, now),
	);
	if (!("paperId" in saved)) return saved;
	await renewPages([`/papers/${saved.paperId}`]);
	return { text: textOf(form), isSaved: true };
}

/** Takes the button that deletes a comment, and leads back to the paper. */
export async function deleteCommentAction(_previous: PressState, form: FormData): Promise<PressState> {
	const request = await headers();
	if (!isSameOrigin(request)) return { problem: WRITE_WORDS["foreign-form"] };
	const asked = deleteForm.safeParse(Object.fromEntries(form));
	if (!asked.success) return { problem: WRITE_WORDS["no-form"] };
	const result = await asUser(request, (userId, now) => deleteComment(userId, asked.data.comment, now));
	if (!result.ok) return { problem: WRITE_WORDS[result.reason] };
	await renewPages([`/papers/${result.value.paperId}`]);
	redirect(`/papers/${result.value.paperId}#comments` as Route);
}

/** Takes the form that tells curators of a comment. */
export async function reportCommentAction(_previous: WriteState, form: FormData): Promise<WriteState> {
	const text = String(form.get("reason") ?? "").slice(0, BODY_MAX);
	const request = await headers();
	if (!isSameOrigin(request)) return { text, problem: REPORT_WORDS["foreign-form"] };
	const asked = reportForm.safeParse(Object.fromEntries(form));
	if (!asked.success) return { text, problem: asked.error.issues[0]?.message ?? WRITE_WORDS["no-form"] };
	const { comment, reason } = asked.data;
	const result = await asUser(request, (userId, now) => reportComment(userId, comment, reason, now));
	return result.ok ? { text: REPORTED, isSaved: true } : { text, problem: REPORT_WORDS[result.reason] };
}

/** Takes the checkbox of the settings. */
export async function replyMailsAction(_previous: PressState, form: FormData): Promise<PressState> {
	const request = await headers();
	if (!isSameOrigin(request)) return { problem: MAIL_WORDS["foreign-form"] };
	const wanted = form.get("wanted") !== null;
	const result = await asUser<void, never>(request, async (userId) => done(await setReplyMails(userId, wanted)));
	return result.ok ? { done: wanted ? MAIL_WORDS.on : MAIL_WORDS.off } : { problem: MAIL_WORDS[result.reason] };
}

/** Takes the button of the page that the link in a mail opens. The link is the proof; nobody need be signed in. */
export async function stopReplyMailsAction(_previous: StopState, form: FormData): Promise<StopState> {
	const refuse = (reason: keyof typeof MAIL_WORDS): StopState => ({ status: "refused", message: MAIL_WORDS[reason] });
	if (!isSameOrigin(await headers())) return refuse("foreign-form");
	const userId = await readStopToken(linkToken.catch("").parse(form.get("token")), new Date());
	if (userId === undefined) return refuse("wrong-link");
	try {
		await setReplyMails(userId, false);
		return { status: "done", message: MAIL_WORDS.stopped };
	} catch (error) {
		log.error({ err: error }, "mails about replies were not turned off");
		return refuse("failed");
	}
}

/** Saves a form's text in the name of who is signed in. Gives where it stands, or what the form is to show. */
async function takeText<Asked>(
	request: Headers,
	form: FormData,
	schema: z.ZodType<Asked>,
	save: (userId: string, asked: Asked, now: Date) => Promise<Result<Place, keyof typeof WRITE_WORDS>>,
): Promise<Place | WriteState> {
	const text = textOf(form);
	if (!isSameOrigin(request)) return { text, problem: WRITE_WORDS["foreign-form"] };
	const asked = schema.safeParse(Object.fromEntries(form));
	if (!asked.success) {
		const issue = asked.error.issues.find(({ path }) => path[0] === "body");
		return { text, problem: issue?.message ?? WRITE_WORDS["no-form"] };
	}
	const result = await asUser(request, (userId, now) => save(userId, asked.data, now));
	if (result.ok) return result.value;
	const needs = { "signed-out": "sign-in", "no-account": "sign-in", "no-handle": "handle" } as const;
	const { reason } = result;
	return { text, problem: WRITE_WORDS[reason], ...(reason in needs && { needs: needs[reason as keyof typeof needs] }) };
}

/** Does what somebody asked for in their name; `failed` where the work threw, most often because the database can't be reached. */
async function asUser<Value, Reason extends string>(
	request: Headers,
	work: (userId: string, now: Date) => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | "signed-out" | "failed">> {
	try {
		const user = await currentUser(request);
		return user === undefined ? refused("signed-out") : await work(user.id, new Date());
	} catch (error) {
		log.error({ err: error }, "something about a comment was not saved");
		return refused("failed");
	}
}

/** What was typed, to be shown again: also more than may be saved. */
function textOf(form: FormData): string {
	return String(form.get("body") ?? "").slice(0, 2 * BODY_MAX);
}
