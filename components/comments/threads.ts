import type { Comment } from "@/lib/comments/types";

/** A comment and the replies to it; replies alone where their comment stands on the page before. */
export type Thread = { first?: Comment; replies: Comment[] };

/** Groups comments, replies right after what they answer, by what they stand under. */
export function toThreads(comments: readonly Comment[]): Thread[] {
	const threads: Thread[] = [];
	for (const comment of comments) {
		const last = threads.at(-1);
		if (comment.parentId === null) threads.push({ first: comment, replies: [] });
		else if (last !== undefined && (last.first?.id ?? last.replies[0]?.parentId) === comment.parentId) {
			last.replies.push(comment);
		} else threads.push({ replies: [comment] });
	}
	return threads;
}
