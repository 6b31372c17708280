"use server";

import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { signInPath } from "../accounts/intent";
import { currentUser } from "../accounts/queries";
import { isSameOrigin } from "../http/origin";
import { renewPages } from "../http/renew-pages";
import { log } from "../log";
import { pagesWith } from "../papers/pages";
import { listPaper } from "./mutations";
import { submitPath } from "./paths";
import { previewPaper } from "./queries";
import { submitRules } from "./rules";
import { pastedText } from "./schemas";
import type { SubmitState } from "./types";
import { SUBMIT_WORDS, sayRefusal } from "./words";

/** Takes both steps of the form: without a token the pasted text is looked up, with one the paper that it vouches for is listed. */
export async function submitAction(previous: SubmitState, form: FormData): Promise<SubmitState> {
	const text = pastedText.parse(form.get("paper"));
	const token = form.get("token");
	const request = await headers();
	if (!isSameOrigin(request)) return { step: "paste", text, problem: SUBMIT_WORDS["foreign-form"] };
	const result = await orLog(request, (userId, now) =>
		typeof token === "string" ? listPaper(userId, token, now) : previewPaper(userId, text, now),
	);
	// What was typed waits in the form behind the sign-in.
	if (result === "signed-out") redirect(signInPath({ next: submitPath(text) }) as Route);
	if (result === "failed") {
		// A preview stays good: it is listed at the next press.
		const before = previous.step === "preview" && token !== null ? previous : { step: "paste" as const, text };
		return { ...before, problem: SUBMIT_WORDS.failed };
	}
	if (!result.ok) return { step: "paste", text, problem: sayRefusal(result.reason, submitRules()) };
	if (result.value.step === "listed") {
		const { paper, date } = result.value;
		await renewPages(pagesWith({ papers: [paper.id], days: [date] }));
	}
	return { ...result.value, text };
}

/** Does what somebody asked for in their name; `failed` where the work threw, most often because the database can't be reached. */
async function orLog<Value>(
	request: Headers,
	work: (userId: string, now: Date) => Promise<Value>,
): Promise<Value | "signed-out" | "failed"> {
	try {
		const user = await currentUser(request);
		return user === undefined ? "signed-out" : await work(user.id, new Date());
	} catch (error) {
		log.error({ err: error }, "a paper was not submitted");
		return "failed";
	}
}
