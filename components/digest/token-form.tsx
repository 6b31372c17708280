"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { useAnswerFocus } from "@/components/ui/use-answer-focus";
import type { TokenFormState } from "@/lib/subscribers/types";

const UNPRESSED: TokenFormState = { status: "unpressed", message: "" };

type TokenFormProps = {
	action: (state: TokenFormState, form: FormData) => Promise<TokenFormState>;
	token: string;
	label: string;
	/** What the page says until the button is pressed. */
	children: ReactNode;
};

/** One button, which does what a mailed link is for. Opening the link alone does nothing, as mail scanners open all links. */
export function TokenForm({ action, token, label, children }: TokenFormProps) {
	const [state, submit, isPending] = useActionState(action, UNPRESSED);
	const around = useAnswerFocus<HTMLDivElement>(state);
	return (
		<div ref={around} className="space-y-4">
			{state.status === "unpressed" ? (
				children
			) : (
				<p tabIndex={-1} className={`outline-none ${state.status === "refused" ? "text-accent" : ""}`}>
					{state.message}
				</p>
			)}
			{state.status !== "done" && (
				<form action={submit}>
					<input type="hidden" name="token" value={token} />
					<Button disabled={isPending}>{isPending ? "One moment…" : label}</Button>
				</form>
			)}
		</div>
	);
}
