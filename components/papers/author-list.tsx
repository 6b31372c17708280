import { slugify } from "@/lib/papers/slug";
import type { PaperDetails } from "@/lib/papers/types";
import { AuthorNames } from "./author-names";

/** More than that fold. */
const SHOWN = 20;

/** All authors in the paper's order, each with a page; hundreds of them unfold without a script. */
export function AuthorList({ authors }: { authors: PaperDetails["authors"] }) {
	// The slug follows from most names, and hundreds of them would weigh more than the rest of the page.
	const names = authors.map((author) =>
		slugify(author.name) === author.slug && !author.isKnown ? author.name : author,
	);
	const others = names.slice(SHOWN);
	return (
		<div className="mb-3 text-[16px] text-ink-soft [overflow-wrap:anywhere]">
			<span className="sr-only">By </span>
			<AuthorNames authors={names.slice(0, SHOWN)} />
			{others.length > 0 && (
				<details className="mt-1">
					<summary className="cursor-pointer text-sm text-link">
						and {others.length} {others.length === 1 ? "other" : "others"}
					</summary>
					<AuthorNames authors={others} />
				</details>
			)}
		</div>
	);
}
