"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { useAnswerFocus } from "@/components/ui/use-answer-focus";
import { claimAction } from "@/lib/claims/actions";
import type { ClaimPage } from "@/lib/claims/types";
import { NoteField } from "./note-field";

type ClaimFormsProps = {
	slug: string;
	state: NonNullable<ClaimPage["claim"]>["state"] | undefined;
	note: string;
	mayAsk: boolean;
};

/** Asks to be known as an author, changes what was said, and gives it up. */
export function ClaimForms({ slug, state: claimState, note, mayAsk }: ClaimFormsProps) {
	const [state, act, isPending] = useActionState(claimAction, { note });
	const around = useAnswerFocus<HTMLDivElement>(state);
	const canWithdraw = claimState === "asked" || claimState === "approved";
	return (
		<div ref={around} className="space-y-4">
			{state.done && (
				<p role="status" tabIndex={-1} className="text-ink outline-none">
					{state.done}
				</p>
			)}
			{state.problem && !mayAsk && (
				<p role="alert" className="text-accent">
					{state.problem}
				</p>
			)}
			{mayAsk && (
				<form action={act} className="space-y-3">
					<input type="hidden" name="author" value={slug} />
					<input type="hidden" name="act" value="ask" />
					<NoteField note={state.note} problem={state.problem} />
					<Button disabled={isPending}>{claimState === "asked" ? "Save" : "I am this author"}</Button>
				</form>
			)}
			{canWithdraw && (
				<form action={act}>
					<input type="hidden" name="author" value={slug} />
					<input type="hidden" name="act" value="withdraw" />
					<Button look="quiet" disabled={isPending}>
						{claimState === "asked" ? "Withdraw" : "I am not this author"}
					</Button>
				</form>
			)}
		</div>
	);
}
