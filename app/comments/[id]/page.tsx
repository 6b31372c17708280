import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { CommentForm } from "@/components/comments/comment-form";
import { CommentView } from "@/components/comments/comment-view";
import { DeleteButton } from "@/components/comments/delete-button";
import { EditForm } from "@/components/comments/edit-form";
import { ReportForm } from "@/components/comments/report-form";
import { NarrowPage } from "@/components/layout/narrow-page";
import { Heading } from "@/components/papers/paper-article";
import { signInPath } from "@/lib/accounts/intent";
import { currentUser } from "@/lib/accounts/queries";
import { findComment } from "@/lib/comments/queries";
import { EDIT_MINUTES } from "@/lib/comments/rules";
import { parseCommentId } from "@/lib/comments/schemas";

export const metadata: Metadata = { title: "A comment", robots: { index: false } };

/** What the viewer can do with a comment: answer, change, delete or report it. Papers' own pages know no viewer. */
export default async function CommentPage({ params }: PageProps<"/comments/[id]">) {
	const id = parseCommentId((await params).id);
	if (id === undefined) notFound();
	const user = await currentUser(await headers());
	if (!user) redirect(signInPath({ next: `/comments/${id}` }) as Route);
	const found = await findComment(id, user.id, new Date());
	if (!found) notFound();
	const { comment, paper, isMine, source } = found;
	const { handle } = comment.by;
	return (
		<NarrowPage title={isMine ? "Your comment" : "A comment"}>
			<p className="break-words">
				On{" "}
				<a href={`/papers/${paper.id}#comment-${id}`} className="text-link underline underline-offset-3">
					{paper.title}
				</a>
			</p>
			<CommentView comment={comment} />
			{source !== undefined && (
				<section>
					<Heading>Change it, for {EDIT_MINUTES} minutes after it was written</Heading>
					<EditForm id={id} source={source} />
				</section>
			)}
			{isMine && <DeleteButton id={id} />}
			<section>
				<Heading>Reply</Heading>
				<CommentForm
					paperId={paper.id}
					label="Your reply"
					to={id}
					text={comment.parentId !== null && !isMine && handle !== null ? `@${handle} ` : ""}
					path={`/comments/${id}`}
				/>
			</section>
			{!isMine && (
				<section id="report">
					<Heading>Report</Heading>
					<ReportForm id={id} />
				</section>
			)}
		</NarrowPage>
	);
}
