"use client";

import { useActionState, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { OutboxNote } from "@/components/ui/outbox-note";
import { useAnswerFocus } from "@/components/ui/use-answer-focus";
import { subscribeAction } from "@/lib/subscribers/actions";
import type { SubscribeState } from "@/lib/subscribers/types";

const EMPTY: SubscribeState = { status: "empty", message: "", email: "" };

/** Asks for an address to send the digest to. A plain form where there is no JavaScript. */
export function SubscribeCard() {
	const [state, submit, isPending] = useActionState(subscribeAction, EMPTY);
	const around = useAnswerFocus<HTMLElement>(state);
	const timeZone = useRef<HTMLInputElement>(null);
	// The page is the same for everybody: only here is the reader's zone known. It takes a phone a while to say it.
	const addTimeZone = () => {
		if (timeZone.current) timeZone.current.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
	};
	return (
		<section
			ref={around}
			aria-labelledby="subscribe-heading"
			className="rounded-xl border border-rule bg-sheet p-[18px]"
		>
			<span className="mb-2 inline-block rounded-[5px] bg-accent-soft px-1.5 py-1 text-[11px] leading-none font-semibold text-accent">
				new
			</span>
			<h2 id="subscribe-heading" className="mb-3 text-[18px] leading-[1.3] font-medium text-ink">
				Get trending papers in your email inbox!
			</h2>
			{state.status !== "sent" && (
				<form action={submit} onSubmit={addTimeZone} className="flex items-start gap-2">
					<input ref={timeZone} type="hidden" name="timeZone" />
					<Field
						label="Email address"
						labelHidden
						name="email"
						type="email"
						autoComplete="email"
						placeholder="you@lab.org"
						required
						defaultValue={state.email}
						error={state.status === "refused" ? state.message : undefined}
					/>
					<Button disabled={isPending}>{isPending ? "Sending…" : "Subscribe"}</Button>
				</form>
			)}
			{state.status === "sent" ? (
				<p tabIndex={-1} className="text-sm leading-normal text-ink outline-none">
					{state.message} {state.isInOutbox && <OutboxNote />}
				</p>
			) : (
				<p className="mt-2.5 text-xs leading-normal text-ink-faint">
					The day's top papers, at the hour you choose. One click to leave.
				</p>
			)}
		</section>
	);
}
