import type { Sparkline } from "@/lib/papers/types";

/** How a paper's upvotes came, as a line no larger than a word. */
export function VoteHistory({ sparkline: { points, label, gain } }: { sparkline: Sparkline }) {
	return (
		<span className="spark">
			<svg role="img">
				<title>{label}</title>
				<polyline points={points} />
			</svg>
			{gain !== undefined && `+${gain} today`}
		</span>
	);
}
