"use client";

import { startAuthentication } from "@simplewebauthn/browser";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { SignInIntent } from "@/lib/accounts/intent";
import { signInWithPasskeyAction, startPasskeySignInAction } from "@/lib/accounts/passkeys-actions";
import { PASSKEY_ERRORS } from "@/lib/accounts/passkeys-words";
import { usePasskeySupport } from "./passkey-support";

/** Signs in with a passkey, where the browser knows them. */
export function PasskeySignIn({ intent }: { intent: SignInIntent }) {
	const isSupported = usePasskeySupport();
	const [error, setError] = useState<string>();
	const [isWorking, start] = useTransition();
	if (!isSupported) return null;

	const signIn = () =>
		start(async () => {
			setError(undefined);
			const challenge = await startPasskeySignInAction().catch(() => undefined);
			if (challenge === undefined) return setError(PASSKEY_ERRORS.failed);
			const answer = await startAuthentication({ optionsJSON: challenge.options }).catch(() => undefined);
			if (answer === undefined) return setError(PASSKEY_ERRORS.cancelled);
			setError((await signInWithPasskeyAction(challenge.token, answer, intent)).error);
		});

	return (
		<div>
			<Button type="button" look="quiet" className="w-full" disabled={isWorking} onClick={signIn}>
				Sign in with a passkey
			</Button>
			{error && (
				<p role="alert" className="mt-2 text-accent">
					{error}
				</p>
			)}
		</div>
	);
}
