import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { NarrowPage } from "@/components/layout/narrow-page";
import { VoteForm } from "@/components/votes/vote-form";
import { countUpvotes, sayStanding } from "@/components/votes/vote-words";
import { signInPath } from "@/lib/accounts/intent";
import { currentUser } from "@/lib/accounts/queries";
import { parseReturnPath } from "@/lib/http/return-path";
import { parsePaperId } from "@/lib/papers/ids";
import { findTitle } from "@/lib/papers/queries";
import { findStanding, findVoteState } from "@/lib/votes/queries";

export const metadata: Metadata = { title: "Your upvote", robots: { index: false } };

/**
 * Where a vote without a script leads, as lists are cached for everybody and can't show it; and a mail's link to upvoting. Who is
 * signed out is led to sign in, and the vote is cast on the way back: the mail that signs in names it.
 */
export default async function VotePage({ params, searchParams }: PageProps<"/votes/[...id]">) {
	const id = parsePaperId((await params).id.join("/"));
	const next = parseReturnPath((await searchParams).next);
	if (id === undefined) notFound();
	const user = await currentUser(await headers());
	if (!user) redirect(signInPath({ next: next ?? `/papers/${id}`, upvote: id }) as Route);
	const [title, vote, standing] = await Promise.all([
		findTitle(id),
		findVoteState(user.id, id),
		findStanding(user.id, id),
	]);
	if (title === undefined || !vote) notFound();
	const note = standing && sayStanding(standing);
	return (
		<NarrowPage title={vote.upvoted ? "Your upvote is saved" : "You have not upvoted this"}>
			<p className="break-words">
				“{title}” has {countUpvotes(vote.upvotes)}
				{vote.upvoted ? ", yours among them." : "."}
			</p>
			{note && (
				<p>
					{note}{" "}
					<a href="/about/ranking" className="text-link underline underline-offset-3">
						How votes count
					</a>
				</p>
			)}
			{standing !== "void" && (
				<VoteForm
					paperId={id}
					upvoted={!vote.upvoted}
					next={next}
					label={vote.upvoted ? "Undo" : "Upvote"}
					look={vote.upvoted ? "quiet" : "primary"}
				/>
			)}
			<p>
				<a href={next ?? `/papers/${id}`} className="text-link underline underline-offset-3">
					Back to the papers
				</a>
			</p>
		</NarrowPage>
	);
}
