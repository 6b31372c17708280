import { arxivAbstractUrl } from "@/lib/papers/ids";
import type { PaperPreview } from "@/lib/submissions/types";
import { formatMonthDayYear } from "@/lib/time";
import { OutcomeHeading } from "./outcome-heading";

/** A paper can have hundreds. */
const AUTHORS_SHOWN = 20;

/** A paper as arXiv describes it, before it is listed. */
export function PaperPreviewView({ paper }: { paper: PaperPreview }) {
	const others = paper.authors.length - AUTHORS_SHOWN;
	return (
		<article className="space-y-3">
			<OutcomeHeading>{paper.title}</OutcomeHeading>
			<p className="text-sm break-words">
				<span className="sr-only">By </span>
				{paper.authors.slice(0, AUTHORS_SHOWN).join(", ")}
				{others > 0 && ` and ${others} ${others === 1 ? "other" : "others"}`}
			</p>
			<p className="flex flex-wrap gap-x-3.5 text-[13px] text-ink-faint tabular-nums">
				<time dateTime={paper.publishedOn}>First version {formatMonthDayYear(paper.publishedOn)}</time>
				<a href={arxivAbstractUrl(paper.id)} className="text-ink-soft">
					arXiv:{paper.id}
				</a>
			</p>
			<p className="text-[15px] break-words text-ink">{paper.abstract}</p>
		</article>
	);
}
