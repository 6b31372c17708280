"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { currentUser } from "../accounts/queries";
import { isSameOrigin } from "../http/origin";
import { log } from "../log";
import type { Result } from "../result";
import { endSubscription, resendDelivery, resumeDigests, stopDigests } from "./mutations";
import { findForm, operateForm } from "./schemas";
import { findSubscriberId } from "./subscriber-file";
import { sendTestDigest } from "./test-digest";
import type { OperateRefusal, OperateState } from "./types";
import { OPERATE_DONE, OPERATE_WORDS } from "./words";

/** Takes the forms that look after the mail. */
export async function operateAction(_previous: OperateState, form: FormData): Promise<OperateState> {
	const refuse = (reason: keyof typeof OPERATE_WORDS): OperateState => ({ problem: OPERATE_WORDS[reason] });
	const request = await headers();
	if (!isSameOrigin(request)) return refuse("foreign-form");
	const asked = operateForm.safeParse(Object.fromEntries(form));
	if (!asked.success) return refuse("no-form");
	try {
		const user = await currentUser(request);
		if (user === undefined) return refuse("not-a-curator");
		const result = await operate(user.id, asked.data, new Date());
		refresh();
		return result.ok ? { done: OPERATE_DONE[asked.data.act] } : refuse(result.reason);
	} catch (error) {
		log.error({ err: error }, "a curator's act about mail was not done");
		return refuse("failed");
	}
}

function operate(
	userId: string,
	asked: z.infer<typeof operateForm>,
	now: Date,
): Promise<Result<undefined, OperateRefusal>> {
	switch (asked.act) {
		case "stop_digests":
			return stopDigests(userId, now);
		case "resume_digests":
			return resumeDigests(userId, now);
		case "test_digest":
			return sendTestDigest(userId, now);
		case "resend_delivery":
			return resendDelivery(userId, asked.id, now);
		case "end_subscription":
			return endSubscription(userId, asked.id, now);
	}
}

/** Takes an address, and leads to the page of whoever subscribes with it: no address stands in an address bar. */
export async function findSubscriberAction(_previous: OperateState, form: FormData): Promise<OperateState> {
	const refuse = (reason: keyof typeof OPERATE_WORDS): OperateState => ({ problem: OPERATE_WORDS[reason] });
	const request = await headers();
	if (!isSameOrigin(request)) return refuse("foreign-form");
	const asked = findForm.safeParse(Object.fromEntries(form));
	if (!asked.success) return { problem: asked.error.issues[0]?.message ?? OPERATE_WORDS["no-form"] };
	let id: string;
	try {
		const user = await currentUser(request);
		if (user === undefined) return refuse("not-a-curator");
		const found = await findSubscriberId(user.id, asked.data.email);
		if (!found.ok) return refuse(found.reason);
		id = found.value;
	} catch (error) {
		log.error({ err: error }, "a subscriber was not looked up");
		return refuse("failed");
	}
	// Not within: it throws.
	redirect(`/curate/digests/subscribers/${id}` as Route);
}
