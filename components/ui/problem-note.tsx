/** Says beside its button, to eyes and screen readers, what came to nothing and why. */
export function ProblemNote({ sentence, dismiss }: { sentence: string; dismiss: () => void }) {
	return (
		<div className="absolute top-full left-0 z-10 mt-1.5 flex w-[min(20rem,80vw)] items-start gap-2 rounded-lg border border-accent bg-sheet py-2 pr-1 pl-3 text-[13px] leading-normal text-ink">
			<p role="alert" className="flex-1">
				{sentence}
			</p>
			<button
				type="button"
				aria-label="Dismiss"
				className="size-6 shrink-0 rounded leading-none text-ink-soft hover:text-ink"
				onClick={dismiss}
			>
				×
			</button>
		</div>
	);
}
