import { arxivAbstractUrl, type PaperId } from "@/lib/papers/ids";
import { submitPath } from "@/lib/submissions/paths";

/** Says that a paper whose id was searched for is not here, and how it can come here. */
export function PaperNotHere({ id }: { id: PaperId }) {
	return (
		<div className="max-w-[44rem] space-y-3 py-8 text-ink-soft">
			<h2 className="text-[21px] font-semibold text-ink">The paper {id} is not here</h2>
			<p>
				You can{" "}
				<a href={submitPath(id)} className="text-link underline underline-offset-3">
					submit it
				</a>
				, or look{" "}
				<a href={arxivAbstractUrl(id)} className="text-link underline underline-offset-3">
					whether arXiv has it
				</a>
				.
			</p>
		</div>
	);
}
