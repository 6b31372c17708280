import type { Metadata } from "next";
import { headers } from "next/headers";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { SignOutButton } from "@/components/accounts/sign-out-button";
import { NarrowPage } from "@/components/layout/narrow-page";
import { VoteForm } from "@/components/votes/vote-form";
import { currentUser } from "@/lib/accounts/queries";
import { signInIntent } from "@/lib/accounts/schemas";
import { findTitle } from "@/lib/papers/queries";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
	const { next, upvote } = signInIntent.parse(await searchParams);
	const [user, title] = await Promise.all([currentUser(await headers()), upvote ? findTitle(upvote) : undefined]);
	const paper = title === undefined ? undefined : upvote;
	if (user) {
		return (
			<NarrowPage title="You are signed in">
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
	return (
		<NarrowPage title={paper ? "Sign in to upvote" : "Sign in"}>
			{paper && <p>Your upvote for “{title}” counts once you are signed in.</p>}
			<SignInForm intent={{ next, upvote: paper }} />
		</NarrowPage>
	);
}
