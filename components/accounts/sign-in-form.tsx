"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { OutboxNote } from "@/components/ui/outbox-note";
import { useAnswerFocus } from "@/components/ui/use-answer-focus";
import { requestSignInAction } from "@/lib/accounts/actions";
import { type SignInIntent, signInPath } from "@/lib/accounts/intent";
import { IntentFields } from "./intent-fields";

/** Asks for an address, and then says to look in its inbox. */
export function SignInForm({ intent }: { intent: SignInIntent }) {
	const [state, send, isSending] = useActionState(requestSignInAction, { step: "form", email: "" });
	const around = useAnswerFocus<HTMLDivElement>(state);
	return (
		<div ref={around}>
			{state.step === "sent" ? (
				<LinkIsSent email={state.email} isInOutbox={state.isInOutbox} intent={intent} />
			) : (
				<form action={send} className="space-y-4">
					<IntentFields intent={intent} />
					<p>
						Enter your address, and a link comes by mail. There is no password, and the first time makes your account.
					</p>
					<Field
						label="Email address"
						name="email"
						type="email"
						autoComplete="email"
						placeholder="you@lab.org"
						required
						maxLength={254}
						defaultValue={state.email}
						{...(state.error !== undefined && { error: state.error })}
					/>
					<Button disabled={isSending}>{isSending ? "Sending…" : "Send me a link"}</Button>
				</form>
			)}
		</div>
	);
}

type LinkIsSentProps = { email: string; isInOutbox: boolean; intent: SignInIntent };

function LinkIsSent({ email, isInOutbox, intent }: LinkIsSentProps) {
	return (
		<div tabIndex={-1} className="space-y-4 outline-none">
			<p className="text-[21px] font-serif font-semibold text-ink">Check your inbox</p>
			<p>
				If <b className="font-semibold break-words text-ink">{email}</b> is right, a link is on its way to it. It works
				once, for 15 minutes, and in any browser.
			</p>
			{isInOutbox && (
				<p>
					<OutboxNote />
				</p>
			)}
			<p>
				Nothing there after a minute? Look among the spam, or{" "}
				<a href={signInPath(intent)} className="text-link underline underline-offset-3">
					ask again
				</a>
				.
			</p>
		</div>
	);
}
