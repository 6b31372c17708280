"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useAnswerFocus } from "@/components/ui/use-answer-focus";
import { reportCommentAction } from "@/lib/comments/actions";
import { REASON_MAX } from "@/lib/comments/rules";
import type { WriteState } from "@/lib/comments/types";

/** Tells the curators what is wrong with a comment. */
export function ReportForm({ id }: { id: number }) {
	const [state, submit, isPending] = useActionState<WriteState, FormData>(reportCommentAction, { text: "" });
	const around = useAnswerFocus<HTMLDivElement>(state);
	return (
		<div ref={around}>
			{state.isSaved ? (
				<p role="status" tabIndex={-1} className="outline-none">
					{state.text}
				</p>
			) : (
				<form action={submit} className="space-y-3">
					<input type="hidden" name="comment" value={id} />
					<Field
						label="What is wrong with it?"
						name="reason"
						required
						maxLength={REASON_MAX}
						defaultValue={state.text}
						{...(state.problem !== undefined && { error: state.problem })}
					/>
					<Button look="quiet" disabled={isPending}>
						Report
					</Button>
				</form>
			)}
		</div>
	);
}
