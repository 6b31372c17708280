"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { OutboxNote } from "@/components/ui/outbox-note";
import { useAnswerFocus } from "@/components/ui/use-answer-focus";
import { requestAddressAction } from "@/lib/accounts/settings-actions";

/**
 * Asks for the address that an account is to move to, and then says to look into both inboxes.
 *
 * @param isPending whether a change is under way: one that was given up since has nothing more to say
 */
export function AddressForm({ isPending }: { isPending: boolean }) {
	const [state, send, isSending] = useActionState(requestAddressAction, { step: "form", email: "" });
	const around = useAnswerFocus<HTMLDivElement>(state);
	return (
		<div ref={around}>
			{state.step === "sent" && isPending ? (
				<p tabIndex={-1} className="text-ink outline-none">
					Mails are on their way to both addresses. {state.isInOutbox && <OutboxNote />}
				</p>
			) : (
				<form action={send} className="space-y-3">
					<Field
						label="New address"
						name="email"
						type="email"
						autoComplete="off"
						required
						maxLength={254}
						defaultValue={state.step === "form" ? state.email : ""}
						{...(state.step === "form" && state.error !== undefined && { error: state.error })}
					/>
					<Button look="quiet" disabled={isSending}>
						{isSending ? "Sending…" : "Change address"}
					</Button>
				</form>
			)}
		</div>
	);
}
