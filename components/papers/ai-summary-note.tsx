import type { AiSummary } from "@/lib/papers/types";

/** A summary that a model wrote, and that says so. */
export function AiSummaryNote({ summary: { text, model } }: { summary: AiSummary }) {
	return (
		<p className="ai">
			<b>AI summary</b> {text} <small>{model === null ? "Imported; its model is not named." : `By ${model}.`}</small>
		</p>
	);
}
