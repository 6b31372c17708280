"use client";

import { startRegistration, WebAuthnError } from "@simplewebauthn/browser";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { addPasskeyAction, startNewPasskeyAction } from "@/lib/accounts/passkeys-actions";
import { PASSKEY_ERRORS } from "@/lib/accounts/passkeys-words";
import { usePasskeySupport } from "./passkey-support";

/** Makes a passkey and adds it, where the browser knows them. */
export function PasskeyForm() {
	const isSupported = usePasskeySupport();
	const [error, setError] = useState<string>();
	const [isWorking, start] = useTransition();
	if (!isSupported) return <p>Passkeys need a browser that knows them, with JavaScript switched on.</p>;

	const add = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		const form = event.currentTarget;
		start(async () => {
			const problem = await makePasskey(new FormData(form).get("name"));
			setError(problem);
			if (problem === undefined) form.reset();
		});
	};

	return (
		<form onSubmit={add} className="flex items-end gap-3">
			<Field
				label="Name of a new passkey"
				name="name"
				placeholder="Laptop"
				maxLength={80}
				{...(error !== undefined && { error })}
			/>
			<Button look="quiet" disabled={isWorking}>
				Add a passkey
			</Button>
		</form>
	);
}

/** Gives what went wrong, if anything did. */
async function makePasskey(name: unknown): Promise<string | undefined> {
	const challenge = await startNewPasskeyAction().catch(() => undefined);
	if (challenge === undefined) return PASSKEY_ERRORS.failed;
	try {
		const answer = await startRegistration({ optionsJSON: challenge.options });
		return (await addPasskeyAction(challenge.token, answer, name)).error;
	} catch (error) {
		const isKnown = error instanceof WebAuthnError && error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED";
		return isKnown ? PASSKEY_ERRORS["known-already"] : PASSKEY_ERRORS["not-made"];
	}
}
