import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommentList } from "@/components/comments/comment-list";
import { NarrowPage } from "@/components/layout/narrow-page";
import { listComments } from "@/lib/comments/queries";
import { parseCommentId } from "@/lib/comments/schemas";
import { parsePaperId } from "@/lib/papers/ids";
import { findTitle } from "@/lib/papers/queries";

export const metadata: Metadata = { title: "More comments", robots: { index: false } };

/** The comments on a paper for which its own page has no room. */
export default async function MoreCommentsPage({ params, searchParams }: PageProps<"/comments/of/[...id]">) {
	const id = parsePaperId((await params).id.join("/"));
	const title = id && (await findTitle(id));
	if (!id || title === undefined) notFound();
	const { comments, next } = await listComments(id, parseCommentId((await searchParams).after));
	return (
		<NarrowPage title="More comments">
			<p className="break-words">
				On{" "}
				<a href={`/papers/${id}#comments`} className="text-link underline underline-offset-3">
					{title}
				</a>
			</p>
			{comments.length > 0 ? <CommentList comments={comments} /> : <p>There are no more.</p>}
			{next !== undefined && (
				<p>
					<a href={`/comments/of/${id}?after=${next}`} className="text-link underline underline-offset-3">
						More comments
					</a>
				</p>
			)}
		</NarrowPage>
	);
}
