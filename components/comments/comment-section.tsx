import { describeComments } from "@/components/papers/comment-words";
import { Heading } from "@/components/papers/paper-article";
import type { CommentPage } from "@/lib/comments/types";
import type { PaperDetails } from "@/lib/papers/types";
import { CommentForm } from "./comment-form";
import { CommentList } from "./comment-list";

type CommentSectionProps = { paper: Pick<PaperDetails, "id" | "comments" | "upvotes">; page: CommentPage };

/** What was said of a paper here, and the form to say more. */
export function CommentSection({ paper: { id, comments, upvotes }, page }: CommentSectionProps) {
	const elsewhere = describeComments({ ...comments, local: 0 }, upvotes.importSource);
	return (
		<section id="comments" aria-labelledby="comments-heading" className="scroll-mt-4">
			<Heading id="comments-heading">{comments.local === 0 ? "Comments" : `Comments (${comments.local})`}</Heading>
			{comments.imported > 0 && (
				<p className="text-sm text-ink-soft">
					Elsewhere:{" "}
					{upvotes.importSource === "huggingface" ? (
						<a
							href={`https://huggingface.co/papers/${id}#community`}
							className="text-link underline underline-offset-3"
						>
							{elsewhere}
						</a>
					) : (
						elsewhere
					)}
				</p>
			)}
			{page.comments.length > 0 && <CommentList comments={page.comments} />}
			{page.next !== undefined && (
				<p className="my-4">
					<a href={`/comments/of/${id}?after=${page.next}`} className="text-link underline underline-offset-3">
						More comments
					</a>
				</p>
			)}
			<div className="no-print mt-4">
				<CommentForm paperId={id} label="Write a comment" path={`/papers/${id}`} />
			</div>
		</section>
	);
}
