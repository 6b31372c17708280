"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useAnswerFocus } from "@/components/ui/use-answer-focus";
import { findSubscriberAction } from "@/lib/operator/actions";

/** Looks a subscriber up. By POST: addresses stand in no address bar and no log. */
export function FindForm() {
	const [state, find, isPending] = useActionState(findSubscriberAction, {});
	const around = useAnswerFocus<HTMLDivElement>(state);
	return (
		<div ref={around}>
			<form action={find} className="flex items-start gap-2">
				<Field
					label="Address of a subscriber"
					labelHidden
					placeholder="Address of a subscriber"
					name="email"
					type="email"
					required
					autoComplete="off"
					maxLength={254}
					error={state.problem}
				/>
				<Button look="quiet" disabled={isPending}>
					Look up
				</Button>
			</form>
		</div>
	);
}
