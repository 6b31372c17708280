import { showAllSeen } from "./seen-store";

type SeenLineProps = {
	/** Papers of the list that are hidden because the viewer has seen them, or would be. */
	count: number;
	areShown: boolean;
};

/** Says how many papers of a list are hidden because they were seen, and shows them all the same. */
export function SeenLine({ count, areShown }: SeenLineProps) {
	return (
		<p role="status" className="text-sm text-ink-soft not-empty:border-b not-empty:border-rule not-empty:py-3">
			{count > 0 && (
				<>
					{count} seen {areShown ? "shown" : "hidden"} ·{" "}
					<button
						type="button"
						className="text-link underline underline-offset-3"
						onClick={() => showAllSeen(!areShown)}
					>
						{areShown ? "Hide" : "Show"}
					</button>
				</>
			)}
		</p>
	);
}
