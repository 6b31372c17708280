import type { Metadata } from "next";
import { ConfirmForm } from "@/components/accounts/confirm-form";
import { NarrowPage } from "@/components/layout/narrow-page";
import { signInIntent } from "@/lib/accounts/schemas";
import { findTitle } from "@/lib/papers/queries";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

export default async function ConfirmSignInPage({ searchParams }: PageProps<"/sign-in/confirm">) {
	const query = await searchParams;
	const { next, upvote } = signInIntent.parse(query);
	const title = upvote && (await findTitle(upvote));
	const token = typeof query.token === "string" ? query.token : "";
	return (
		<NarrowPage title="Sign in to Broadsheet">
			<ConfirmForm
				token={token}
				intent={{ next, upvote: title === undefined ? undefined : upvote }}
				upvotedTitle={title}
			/>
		</NarrowPage>
	);
}
