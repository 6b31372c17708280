import { SOURCE_NAMES } from "@/components/papers/source-names";
import type { ImportSource } from "@/lib/papers/types";

/** What a screen reader calls the button. */
export function voteLabel(upvoted: boolean, upvotes: number, title: string): string {
	return `${upvoted ? "Upvoted" : "Upvote"}, ${countUpvotes(upvotes)}: ${title}`;
}

/** Where a count comes from: `187 = 12 here + 175 from Hugging Face`. */
export function voteSplit(local: number, imported: number, source: ImportSource | null): string {
	if (imported === 0 || source === null) return `${countUpvotes(local)}, all cast here`;
	return `${local + imported} = ${local} here + ${imported} from ${SOURCE_NAMES[source]}`;
}

/** `1 upvote`, `187 upvotes` */
export function countUpvotes(upvotes: number): string {
	return upvotes === 1 ? "1 upvote" : `${upvotes} upvotes`;
}
