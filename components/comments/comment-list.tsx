"use client";

import type { Comment } from "@/lib/comments/types";
import { CommentView } from "./comment-view";
import { OwnComments } from "./own-comments";
import { toThreads } from "./threads";

/** Comments, replies under what they answer. Drawn by the browser as well: as plain data they weigh half of what a tree does. */
export function CommentList({ comments }: { comments: readonly Comment[] }) {
	return (
		<>
			<ol className="thread">
				{toThreads(comments).map(({ first, replies }) => (
					<li key={first?.id ?? replies[0]?.id}>
						{first && <Acted comment={first} />}
						{replies.length > 0 && (
							<ol>
								{replies.map((reply) => (
									<li key={reply.id}>
										<Acted comment={reply} />
									</li>
								))}
							</ol>
						)}
					</li>
				))}
			</ol>
			<OwnComments />
		</>
	);
}

/** The acts lead to a page that knows the viewer; this one is the same for everybody. */
function Acted({ comment }: { comment: Comment }) {
	const page = `/comments/${comment.id}`;
	return (
		<CommentView comment={comment}>
			<div className="acts">
				<a href={page}>Reply</a>
				<a href={page} className="own">
					Edit or delete
				</a>
				<a href={`${page}#report`}>Report</a>
			</div>
		</CommentView>
	);
}
