"use client";

import { useEffect } from "react";
import { useToggle } from "@/components/toggles/use-toggle";
import { ProblemNote } from "@/components/ui/problem-note";
import type { PaperDetails } from "@/lib/papers/types";
import { votes, watch } from "./vote-store";
import { describeVotes, voteLabel } from "./vote-words";

type VoteButtonProps = {
	/** Its counts as the cached page has them, the same for everybody. */
	paper: Pick<PaperDetails, "id"> & {
		upvotes: Omit<PaperDetails["upvotes"], "total">;
		title: string | { text: string };
		rising?: number;
	};
};

/** A paper's upvotes, and the button that adds the viewer's own. Without a script it is a form, and works too. */
export function VoteButton({ paper: { id, title, upvotes, rising } }: VoteButtonProps) {
	const { confirmed, wish, problem } = useToggle(votes, id);
	useEffect(() => watch(id), [id]);

	const saved = confirmed ?? { upvoted: false, localUpvotes: upvotes.local, importedUpvotes: upvotes.imported };
	const upvoted = wish ?? saved.upvoted;
	const local = saved.localUpvotes + Number(upvoted) - Number(saved.upvoted);
	const total = local + saved.importedUpvotes;
	return (
		<form
			method="post"
			action="/api/votes"
			className="vote"
			onSubmit={(event) => {
				event.preventDefault();
				void votes.press(id);
			}}
		>
			<button
				type="submit"
				name="paper"
				value={id}
				aria-pressed={upvoted}
				aria-label={voteLabel(upvoted, total, typeof title === "string" ? title : title.text)}
				title={describeVotes(local, saved.importedUpvotes, upvotes.importSource, rising)}
			>
				{total}
			</button>
			{problem && <ProblemNote sentence={problem} dismiss={() => votes.dismiss(id)} />}
		</form>
	);
}
