"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { deleteCommentAction } from "@/lib/comments/actions";

export function DeleteButton({ id }: { id: number }) {
	const [state, submit, isPending] = useActionState(deleteCommentAction, {});
	return (
		<form action={submit}>
			<input type="hidden" name="comment" value={id} />
			<Button look="quiet" disabled={isPending}>
				Delete this comment
			</Button>
			{state.problem && (
				<p role="alert" className="mt-2 text-accent">
					{state.problem}
				</p>
			)}
		</form>
	);
}
