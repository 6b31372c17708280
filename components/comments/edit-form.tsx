"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { useAnswerFocus } from "@/components/ui/use-answer-focus";
import { editCommentAction } from "@/lib/comments/actions";
import type { WriteState } from "@/lib/comments/types";
import { BodyField } from "./body-field";

/** Changes a comment. */
export function EditForm({ id, source }: { id: number; source: string }) {
	const [state, submit, isPending] = useActionState<WriteState, FormData>(editCommentAction, { text: source });
	const around = useAnswerFocus<HTMLFormElement>(state);
	return (
		<form ref={around} action={submit} className="space-y-3">
			<input type="hidden" name="comment" value={id} />
			<BodyField label="Your comment" text={state.text} problem={state.problem} />
			<Button disabled={isPending}>{isPending ? "Saving…" : "Save"}</Button>
			{state.isSaved && (
				<p role="status" tabIndex={-1} className="outline-none">
					Saved.
				</p>
			)}
		</form>
	);
}
