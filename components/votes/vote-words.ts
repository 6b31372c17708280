import { SOURCE_NAMES } from "@/lib/papers/source-names";
import type { ImportSource } from "@/lib/papers/types";

/** What a screen reader calls the button. */
export function voteLabel(upvoted: boolean, upvotes: number, title: string): string {
	return `${upvoted ? "Upvoted" : "Upvote"}, ${countUpvotes(upvotes)}: ${title}`;
}

/**
 * The figures that a paper's place stands on: `187 = 12 here + 175 from Hugging Face. Rising score 887.56`.
 *
 * @param rising the score as the page has it; undefined without any upvote
 */
export function describeVotes(
	local: number,
	imported: number,
	source: ImportSource | null,
	rising: number | undefined,
): string {
	const split =
		imported === 0 || source === null
			? `${countUpvotes(local)}, all cast here`
			: `${local + imported} = ${local} here + ${imported} from ${SOURCE_NAMES[source]}`;
	return rising === undefined ? split : `${split}. Rising score ${rising.toFixed(2)}`;
}

/** `1 upvote`, `187 upvotes` */
export function countUpvotes(upvotes: number): string {
	return upvotes === 1 ? "1 upvote" : `${upvotes} upvotes`;
}
