import type { Metadata } from "next";
import { headers } from "next/headers";
import { OAuthButtons } from "@/components/accounts/oauth-buttons";
import { OAuthRefusalNote } from "@/components/accounts/oauth-refusal";
import { PasskeySignIn } from "@/components/accounts/passkey-sign-in";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { SignOutButton } from "@/components/accounts/sign-out-button";
import { NarrowPage } from "@/components/layout/narrow-page";
import { VoteForm } from "@/components/votes/vote-form";
import { listSignInServices } from "@/lib/accounts/oauth-clients";
import { currentUser } from "@/lib/accounts/queries";
import { signInIntent } from "@/lib/accounts/schemas";
import { findTitle } from "@/lib/papers/queries";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
	const query = await searchParams;
	const { next, upvote } = signInIntent.parse(query);
	const [user, title] = await Promise.all([currentUser(await headers()), upvote ? findTitle(upvote) : undefined]);
	const paper = title === undefined ? undefined : upvote;
	if (user) {
		return (
			<NarrowPage title="You are signed in">
				<OAuthRefusalNote refused={query.refused} />
				<p className="break-words">As {user.email}.</p>
				{paper && (
					<>
						<p>You came here to upvote “{title}”.</p>
						<VoteForm paperId={paper} upvoted={true} next={next} label="Upvote" />
					</>
				)}
				<p>
					<a href={next} className="text-link underline underline-offset-3">
						Go on reading
					</a>
				</p>
				<SignOutButton />
			</NarrowPage>
		);
	}
	const intent = { next, upvote: paper };
	return (
		<NarrowPage title={paper ? "Sign in to upvote" : "Sign in"}>
			<OAuthRefusalNote refused={query.refused} />
			{paper && <p>Your upvote for “{title}” counts once you are signed in.</p>}
			<SignInForm intent={intent} />
			<div className="space-y-3">
				<OAuthButtons services={listSignInServices()} intent={intent} />
				<PasskeySignIn intent={intent} />
			</div>
		</NarrowPage>
	);
}
