"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { useAnswerFocus } from "@/components/ui/use-answer-focus";
import { completeSignInAction } from "@/lib/accounts/actions";
import { type SignInIntent, signInPath } from "@/lib/accounts/intent";
import { IntentFields } from "./intent-fields";

type ConfirmFormProps = {
	token: string;
	intent: SignInIntent;
	/** The title of the paper in the intent. */
	upvotedTitle?: string | undefined;
};

/** The button that a sign-in link leads to. Opening the link does nothing yet: mail scanners open links too. */
export function ConfirmForm({ token, intent, upvotedTitle }: ConfirmFormProps) {
	const [state, complete, isWorking] = useActionState(completeSignInAction, {});
	const around = useAnswerFocus<HTMLDivElement>(state);
	return (
		<div ref={around}>
			{state.isSignedIn ? (
				<SignedIn next={intent.next} />
			) : state.linkIsOver ? (
				<LinkIsOver intent={intent} />
			) : (
				<form action={complete} className="space-y-4">
					<input type="hidden" name="token" value={token} />
					<IntentFields intent={intent} />
					<p>
						{upvotedTitle === undefined
							? "One more press and you are in."
							: `You are about to upvote “${upvotedTitle}”.`}
					</p>
					<Button disabled={isWorking}>{upvotedTitle === undefined ? "Sign in" : "Sign in and upvote"}</Button>
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

function SignedIn({ next = "/" }: { next: string | undefined }) {
	return (
		<div tabIndex={-1} className="space-y-4 outline-none">
			<p>You are signed in.</p>
			<p>
				{/* Not a Link: the page is to be as it is for who is signed in. */}
				<a href={next} className="text-link underline underline-offset-3">
					Go on reading
				</a>
			</p>
		</div>
	);
}

function LinkIsOver({ intent }: { intent: SignInIntent }) {
	return (
		<div role="alert" tabIndex={-1} className="space-y-4 outline-none">
			<p>This link no longer works: it was used already, or is older than 15 minutes, or was not copied whole.</p>
			<p>
				<a href={signInPath(intent)} className="text-link underline underline-offset-3">
					Ask for a new link
				</a>
			</p>
		</div>
	);
}
