"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { useAnswerFocus } from "@/components/ui/use-answer-focus";
import { confirmAddressAction } from "@/lib/accounts/settings-actions";
import type { AddressChange, ConfirmAddressState } from "@/lib/accounts/types";

const OUTCOMES: Record<NonNullable<ConfirmAddressState["outcome"]>, string> = {
	done: "The account has moved to the new address. Other browsers that were signed in to it have to sign in again.",
	waiting: "Confirmed. The account moves once the other address has confirmed as well: look into its inbox.",
	"link-is-over":
		"This link does not work: it was used already, is older than 24 hours, was not copied whole, or a newer change has replaced it.",
	taken: "The new address has an account of its own by now, so nothing was changed.",
};

type ConfirmAddressFormProps = {
	token: string;
	/** What the link is about; undefined if it is over. */
	change: AddressChange | undefined;
};

/**
 * The button that a link about a change of address leads to. Opening the link does nothing: mail scanners open links too. Stands on
 * the page of a used link as well, as without a script that is the page that says what pressing it has done.
 */
export function ConfirmAddressForm({ token, change }: ConfirmAddressFormProps) {
	const [state, confirm, isPending] = useActionState(confirmAddressAction, {});
	const around = useAnswerFocus<HTMLDivElement>(state);
	const outcome = state.outcome ?? (change === undefined ? "link-is-over" : undefined);
	return (
		<div ref={around} className="space-y-4">
			{outcome !== undefined ? (
				<p tabIndex={-1} className="outline-none">
					{OUTCOMES[outcome]}
				</p>
			) : (
				<form action={confirm} className="space-y-4">
					<input type="hidden" name="token" value={token} />
					<p>
						Your account is to move to <b className="font-semibold break-words text-ink">{change?.newEmail}</b>.{" "}
						{change?.side === "old"
							? "If you did not ask for this, close this page."
							: "It does once both addresses have confirmed."}
					</p>
					<Button disabled={isPending}>{isPending ? "One moment…" : "Confirm"}</Button>
					{state.error && (
						<p role="alert" tabIndex={-1} className="text-accent outline-none">
							{state.error}
						</p>
					)}
				</form>
			)}
		</div>
	);
}
