import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { NarrowPage } from "@/components/layout/narrow-page";
import { LibraryForm, NameForm } from "@/components/library/library-form";
import { SaveForm } from "@/components/library/save-form";
import { SendButton } from "@/components/library/send-button";
import { signInPath } from "@/lib/accounts/intent";
import { currentUser } from "@/lib/accounts/queries";
import { parseReturnPath } from "@/lib/http/return-path";
import { findSaved, listReadingLists } from "@/lib/library/queries";
import { parsePaperId } from "@/lib/papers/ids";
import { findTitle } from "@/lib/papers/queries";

export const metadata: Metadata = { title: "Save a paper", robots: { index: false } };

/** Where saving without a script leads: lists are cached for everybody, and can't show it. Here are the paper's lists as well. */
export default async function SavedPaperPage({ params, searchParams }: PageProps<"/library/papers/[...id]">) {
	const id = parsePaperId((await params).id.join("/"));
	const next = parseReturnPath((await searchParams).next);
	if (id === undefined) notFound();
	const user = await currentUser(await headers());
	if (!user) redirect(signInPath({ next: `/library/papers/${id}` }) as Route);
	const [title, { saved, lists: on }, lists] = await Promise.all([
		findTitle(id),
		findSaved(user.id, id),
		listReadingLists(user.id),
	]);
	if (title === undefined) notFound();
	return (
		<NarrowPage title={saved ? "Saved to your library" : "Not in your library"}>
			<p className="break-words">“{title}”</p>
			<SaveForm
				paperId={id}
				saved={!saved}
				next={next}
				label={saved ? "Remove" : "Save"}
				look={saved ? "quiet" : "primary"}
			/>
			{saved && (
				<section className="space-y-3 pt-2">
					<h2 className="text-[21px] font-medium text-ink">Lists</h2>
					{lists.map((list) => (
						<LibraryForm key={list.id} act={on.includes(list.id) ? "take-off-list" : "put-on-list"}>
							<input type="hidden" name="paper" value={id} />
							<input type="hidden" name={on.includes(list.id) ? "from" : "list"} value={list.id} />
							<div className="flex items-center justify-between gap-4">
								<span className="min-w-0 [overflow-wrap:anywhere]">{list.name}</span>
								<SendButton aria-label={`${on.includes(list.id) ? "Take off" : "Put on"} ${list.name}`}>
									{on.includes(list.id) ? "Take off" : "Put on"}
								</SendButton>
							</div>
						</LibraryForm>
					))}
					<NameForm label="New list" button="Make" />
				</section>
			)}
			<p className="flex flex-wrap gap-x-6">
				<a href={next ?? `/papers/${id}`} className="text-link underline underline-offset-3">
					Back to the papers
				</a>
				<a href="/library" className="text-link underline underline-offset-3">
					Your library
				</a>
			</p>
		</NarrowPage>
	);
}
