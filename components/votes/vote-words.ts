import { SOURCE_NAMES } from "@/lib/papers/source-names";
import type { ImportSource } from "@/lib/papers/types";
import type { VoteStanding } from "@/lib/votes/types";

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

/** What its voter is told of a vote beyond that it is saved; undefined for one that counts like any other. */
export function sayStanding(standing: VoteStanding): string | undefined {
	switch (standing) {
		case "counted":
			return undefined;
		case "young":
			return "It is shown at once, and lifts the paper in Rising once your account is a day old and its address confirmed.";
		case "own":
			return "You submitted this paper: your upvote is shown, and does not lift it in Rising.";
		case "held":
			return "It came with many at once. It is shown, and a curator decides whether they lift the paper in Rising.";
		case "void":
			return "A curator has voided the votes that came with yours, and yours with them. It can't be cast again.";
	}
}

/** `1 upvote`, `187 upvotes` */
export function countUpvotes(upvotes: number): string {
	return upvotes === 1 ? "1 upvote" : `${upvotes} upvotes`;
}
