import type { PaperSummary } from "../papers/types";

/** The order "Top": most upvotes first, then the earlier listing, then the smaller id. No two papers tie. */
export function compareTop(a: PaperSummary, b: PaperSummary): number {
	return (
		b.upvotes.total - a.upvotes.total ||
		a.listedAt.getTime() - b.listedAt.getTime() ||
		(a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
	);
}
