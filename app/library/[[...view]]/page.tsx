import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { LIBRARY_ORDERS, LibraryFrame } from "@/components/library/library-frame";
import { signInPath } from "@/lib/accounts/intent";
import { currentUser } from "@/lib/accounts/queries";
import { parseView } from "@/lib/feed/views";
import { listReadingLists, readLibraryPage } from "@/lib/library/queries";

export const metadata: Metadata = { title: "Library", robots: { index: false } };

/** What the viewer has saved, the newest first. */
export default async function LibraryPage({ params }: PageProps<"/library/[[...view]]">) {
	const view = parseView((await params).view, LIBRARY_ORDERS);
	if (view === undefined) notFound();
	const user = await currentUser(await headers());
	if (!user) redirect(signInPath({ next: "/library" }) as Route);
	const [page, lists] = await Promise.all([readLibraryPage(user.id, view.page), listReadingLists(user.id)]);
	// The last paper of a page may just have been removed.
	if (page.papers.length === 0 && view.page > 1) redirect("/library" as Route);
	return (
		<LibraryFrame
			title="Library"
			path="/library"
			view={view}
			page={page}
			lists={lists}
			empty={
				<p>
					Nothing is saved yet. “Save” stands under the upvotes of every paper, and the key <kbd>s</kbd> does the same
					for the paper that <kbd>j</kbd> and <kbd>k</kbd> lead to.
				</p>
			}
		/>
	);
}
