import { dismissProblem } from "./vote-store";

/** Says beside its button, to eyes and screen readers, that a vote was not saved. */
export function VoteProblem({ paperId, sentence }: { paperId: string; sentence: string }) {
	return (
		<div className="absolute top-full left-0 z-10 mt-1.5 flex w-[min(20rem,80vw)] items-start gap-2 rounded-lg border border-accent bg-sheet py-2 pr-1 pl-3 text-[13px] leading-normal text-ink">
			<p role="alert" className="flex-1">
				{sentence}
			</p>
			<button
				type="button"
				aria-label="Dismiss"
				className="size-6 shrink-0 rounded leading-none text-ink-soft hover:text-ink"
				onClick={() => dismissProblem(paperId)}
			>
				×
			</button>
		</div>
	);
}
