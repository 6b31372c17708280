"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import { currentUser } from "../accounts/queries";
import { isSameOrigin } from "../http/origin";
import { renewPages } from "../http/renew-pages";
import { log } from "../log";
import { pagesWith } from "../papers/pages";
import { decide } from "./decisions";
import { hidePaper, movePaper, unhidePaper } from "./mutations";
import { curateForm, decisionForm } from "./schemas";
import type { CurateState, DecisionState } from "./types";
import { CURATE_DONE, CURATE_WORDS, DECISION_DONE } from "./words";

/** Takes the forms of a paper's curator page: hides it, shows it again, or moves it. */
export async function curateAction(_previous: CurateState, form: FormData): Promise<CurateState> {
	const typed = { date: String(form.get("date") ?? ""), reason: String(form.get("reason") ?? "") };
	const refuse = (reason: keyof typeof CURATE_WORDS): CurateState => ({ ...typed, problem: CURATE_WORDS[reason] });
	const request = await headers();
	if (!isSameOrigin(request)) return refuse("foreign-form");
	const asked = curateForm.safeParse(Object.fromEntries(form));
	if (!asked.success) return refuse("no-form");
	try {
		const user = await currentUser(request);
		if (user === undefined) return refuse("not-a-curator");
		const result = await act(user.id, asked.data, new Date());
		if (!result.ok) return refuse(result.reason);
		await renewPages(pagesWith({ papers: [asked.data.paper], days: result.value.days }));
		return { done: CURATE_DONE[asked.data.act] };
	} catch (error) {
		log.error({ err: error }, "a curator's act was not done");
		return refuse("failed");
	}
}

function act(userId: string, asked: z.infer<typeof curateForm>, now: Date) {
	if (asked.act === "hide") return hidePaper(userId, asked.paper, asked.reason, now);
	if (asked.act === "unhide") return unhidePaper(userId, asked.paper, now);
	return movePaper(userId, asked.paper, asked.date, now);
}

/** Takes the forms of the queues. What was decided meanwhile by somebody else is shown so, and nothing is changed. */
export async function decideAction(_previous: DecisionState, form: FormData): Promise<DecisionState> {
	const refuse = (reason: keyof typeof CURATE_WORDS): DecisionState => ({ problem: CURATE_WORDS[reason] });
	const request = await headers();
	if (!isSameOrigin(request)) return refuse("foreign-form");
	const asked = decisionForm.safeParse(Object.fromEntries(form));
	if (!asked.success) return refuse("no-form");
	try {
		const user = await currentUser(request);
		if (user === undefined) return refuse("not-a-curator");
		const result = await decide(user.id, asked.data, new Date());
		refresh();
		if (!result.ok) return refuse(result.reason);
		await renewPages(result.value);
		return { done: DECISION_DONE[asked.data.act] };
	} catch (error) {
		log.error({ err: error }, "a curator's decision was not made");
		return refuse("failed");
	}
}
