"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useAnswerFocus } from "@/components/ui/use-answer-focus";
import { deleteAccountAction } from "@/lib/accounts/settings-actions";

/** Asks to type the handle or the address, and deletes the account. */
export function DeleteForm({ hasHandle }: { hasHandle: boolean }) {
	const [state, remove, isDeleting] = useActionState(deleteAccountAction, {});
	const around = useAnswerFocus<HTMLDivElement>(state);
	return (
		<div ref={around}>
			<form action={remove} className="space-y-4">
				<Field
					label={hasHandle ? "Type your handle or your address, to be sure" : "Type your address, to be sure"}
					name="account"
					autoComplete="off"
					autoCapitalize="none"
					spellCheck={false}
					required
					maxLength={254}
					defaultValue={state.typed}
					{...(state.error !== undefined && { error: state.error })}
				/>
				<Button disabled={isDeleting}>{isDeleting ? "Deleting…" : "Delete my account"}</Button>
			</form>
		</div>
	);
}
