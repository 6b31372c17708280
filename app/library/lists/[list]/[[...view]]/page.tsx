import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { LibraryForm, NameForm } from "@/components/library/library-form";
import { LIBRARY_ORDERS, LibraryFrame } from "@/components/library/library-frame";
import { SendButton } from "@/components/library/send-button";
import { signInPath } from "@/lib/accounts/intent";
import { currentUser } from "@/lib/accounts/queries";
import { parseView } from "@/lib/feed/views";
import { listReadingLists, readListPage } from "@/lib/library/queries";
import { listId } from "@/lib/library/schemas";

export const metadata: Metadata = { title: "List", robots: { index: false } };

/** One list of the viewer's own; whoever else asks for it finds no such page. */
export default async function ReadingListPage({ params }: PageProps<"/library/lists/[list]/[[...view]]">) {
	const { list: text, view: segments } = await params;
	const [id, view] = [listId.safeParse(text), parseView(segments, LIBRARY_ORDERS)];
	if (!id.success || view === undefined) notFound();
	const list = id.data;
	const path = `/library/lists/${list}`;
	const user = await currentUser(await headers());
	if (!user) redirect(signInPath({ next: path }) as Route);
	const [page, lists] = await Promise.all([readListPage(user.id, list, view.page), listReadingLists(user.id)]);
	if (page === undefined) notFound();
	// The last paper of a page may just have been taken off.
	if (page.papers.length === 0 && view.page > 1) redirect(path as Route);
	return (
		<LibraryFrame
			title={page.name}
			path={path}
			view={view}
			page={page}
			lists={lists}
			current={list}
			empty={
				<p>Nothing stands on this list yet. Choose papers in your library, or on another list, and put them here.</p>
			}
		>
			<details className="mt-3 max-w-[26rem] text-sm">
				<summary className="w-fit cursor-pointer py-0.5 text-link">Rename or delete</summary>
				<div className="space-y-4 pt-3">
					<NameForm label="Name" button="Rename" list={{ id: list, name: page.name }} />
					<LibraryForm act="delete-list">
						<input type="hidden" name="list" value={list} />
						<p className="mb-2 text-ink-soft">Its papers stay in your library.</p>
						<SendButton>Delete this list</SendButton>
					</LibraryForm>
				</div>
			</details>
		</LibraryFrame>
	);
}
