import { SOURCE_NAMES } from "@/lib/papers/source-names";
import type { ImportSource, PaperSummary } from "@/lib/papers/types";

/** `1 comment`, `15 comments` */
export function countComments(comments: number): string {
	return comments === 1 ? "1 comment" : `${comments} comments`;
}

/** Where they were written: `12 at Hugging Face, 3 here`. */
export function describeComments({ local, imported }: PaperSummary["comments"], source: ImportSource | null): string {
	if (imported === 0) return "all written here";
	const elsewhere = `${imported} ${placeOf(source)}`;
	return local === 0 ? elsewhere : `${elsewhere}, ${local} here`;
}

function placeOf(source: ImportSource | null): string {
	if (source === null) return "elsewhere";
	return source === "huggingface" ? "at Hugging Face" : `from ${SOURCE_NAMES[source]}`;
}
