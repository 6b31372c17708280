"use client";

import { useEffect, useSyncExternalStore } from "react";
import type { Upvotes } from "@/lib/papers/types";
import { VoteProblem } from "./vote-problem";
import { entryOf, press, subscribe, watch } from "./vote-store";
import { voteLabel, voteSplit } from "./vote-words";

type VoteButtonProps = {
	paperId: string;
	title: string;
	/** As the cached page has them, the same for everybody. */
	upvotes: Upvotes;
};

const nothing = entryOf("");

/** A paper's upvotes, and the button that adds the viewer's own. Without a script it is a form, and works too. */
export function VoteButton({ paperId, title, upvotes }: VoteButtonProps) {
	const { confirmed, wish, problem } = useSyncExternalStore(
		subscribe,
		() => entryOf(paperId),
		() => nothing,
	);
	useEffect(() => watch(paperId), [paperId]);

	const saved = confirmed ?? { upvoted: false, localUpvotes: upvotes.local, importedUpvotes: upvotes.imported };
	const upvoted = wish ?? saved.upvoted;
	const local = saved.localUpvotes + Number(upvoted) - Number(saved.upvoted);
	const total = local + saved.importedUpvotes;
	return (
		<form
			method="post"
			action="/api/votes"
			className="relative self-start"
			onSubmit={(event) => {
				event.preventDefault();
				void press(paperId);
			}}
		>
			<input type="hidden" name="paper" value={paperId} />
			<button
				type="submit"
				aria-pressed={upvoted}
				aria-label={voteLabel(upvoted, total, title)}
				title={voteSplit(local, saved.importedUpvotes, upvotes.importSource)}
				className="group flex h-[54px] w-[46px] flex-col items-center justify-center gap-1 rounded-[10px] border border-rule bg-sheet text-[15px] leading-none font-semibold tabular-nums hover:border-ink-faint aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent wide:h-[58px] wide:w-[52px]"
			>
				<svg
					aria-hidden="true"
					viewBox="0 0 12 9"
					className="h-[9px] w-3 fill-ink-faint group-aria-pressed:fill-accent"
				>
					<path d="M6 0l6 9H0z" />
				</svg>
				{total}
			</button>
			{problem && <VoteProblem paperId={paperId} sentence={problem} />}
		</form>
	);
}
