"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import { findOrcidProof } from "../accounts/oauth-orcid";
import { currentUser } from "../accounts/queries";
import { isSameOrigin } from "../http/origin";
import { renewPages } from "../http/renew-pages";
import { log } from "../log";
import { done, type Result } from "../result";
import { askClaim, withdrawClaim } from "./mutations";
import { listPagesOf } from "./queries";
import { NOTE_MAX } from "./rules";
import { claimForm } from "./schemas";
import type { ClaimFormState, ClaimRefusal } from "./types";
import { CLAIM_DONE, CLAIM_WORDS } from "./words";

/** Takes the forms of an author's claim page: asks to be known as them, or gives that up. */
export async function claimAction(_previous: ClaimFormState, form: FormData): Promise<ClaimFormState> {
	const note = String(form.get("note") ?? "").slice(0, 2 * NOTE_MAX);
	const request = await headers();
	if (!isSameOrigin(request)) return { note, problem: CLAIM_WORDS["foreign-form"] };
	const asked = claimForm.safeParse(Object.fromEntries(form));
	if (!asked.success) {
		const issue = asked.error.issues.find(({ path }) => path[0] === "note");
		return { note, problem: issue?.message ?? CLAIM_WORDS["no-form"] };
	}
	try {
		const user = await currentUser(request);
		if (user === undefined) return { note, problem: CLAIM_WORDS["signed-out"] };
		const result = await act(user.id, asked.data, request);
		if (!result.ok) return { note, problem: CLAIM_WORDS[result.reason] };
		if (result.value !== "asked") await renewPages(await listPagesOf(asked.data.author));
		refresh();
		return { note, done: CLAIM_DONE[result.value] };
	} catch (error) {
		log.error({ err: error }, "a claim was not saved");
		return { note, problem: CLAIM_WORDS.failed };
	}
}

async function act(
	userId: string,
	asked: z.infer<typeof claimForm>,
	request: Headers,
): Promise<Result<keyof typeof CLAIM_DONE, ClaimRefusal>> {
	const now = new Date();
	if (asked.act === "ask") {
		const proof = await findOrcidProof(userId, request, now);
		return askClaim(userId, { author: asked.author, note: asked.note, proof }, now);
	}
	await withdrawClaim(userId, asked.author, now);
	return done("withdrawn");
}
