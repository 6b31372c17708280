import type { ReactNode } from "react";
import { Avatar } from "@/components/accounts/avatar";
import type { Comment } from "@/lib/comments/types";
import { formatMinute, formatMonthDayYear, utcDateOf } from "@/lib/time";

/** A comment with its ways to answer, change and report it. Its look is in comments.css: a page may bring eighty. */
export function CommentView({ comment, children }: { comment: Comment; children?: ReactNode }) {
	const { id, writtenAt } = comment;
	if (comment.state !== "standing") {
		return (
			<article id={`comment-${id}`} className="comment">
				<p className="gone">{comment.state === "deleted" ? "[deleted]" : "[removed by a curator]"}</p>
			</article>
		);
	}
	const { by, html, isEdited } = comment;
	return (
		<article id={`comment-${id}`} className="comment" data-by={by.handle ?? undefined}>
			<p>
				<Avatar handle={by.handle ?? ""} name={by.name ?? ""} />
				<b>
					<bdi>{by.name ?? (by.handle === null ? "Somebody" : `@${by.handle}`)}</bdi>
				</b>
				{by.name !== null && by.handle !== null && <span>@{by.handle}</span>}
				{by.isAuthor && <em>author</em>}
				<a href={`#comment-${id}`} title={formatMinute(writtenAt)}>
					<time dateTime={writtenAt.toISOString()}>{formatMonthDayYear(utcDateOf(writtenAt))}</time>
				</a>
				{isEdited && <span>edited</span>}
			</p>
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by renderComment, which lets nothing through that is not listed */}
			<div dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
			{children}
		</article>
	);
}
