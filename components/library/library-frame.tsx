import type { ReactNode } from "react";
import { PageLinks } from "@/components/feed/page-links";
import { toCardPaper } from "@/components/papers/card-paper";
import type { View } from "@/lib/feed/views";
import type { LibraryPage, ReadingList } from "@/lib/library/types";
import { countPapers } from "@/lib/library/words";
import { ChosenPapersForm } from "./chosen-papers-form";
import { LibraryAside } from "./library-aside";
import { SavedPapers } from "./saved-papers";

/** The orders of a library's pages: one, the newest first. */
export const LIBRARY_ORDERS = ["new"] as const;

type LibraryFrameProps = {
	title: string;
	path: string;
	view: View;
	page: LibraryPage;
	lists: readonly ReadingList[];
	/** The list whose page it is. */
	current?: string;
	/** What is said where there are no papers. */
	empty: ReactNode;
	/** What can be done with the whole of it. */
	children?: ReactNode;
};

/** A library or one of its lists: papers to choose among, and the way to the other lists. */
export function LibraryFrame({ title, path, view, page, lists, current, empty, children }: LibraryFrameProps) {
	return (
		<main id="main">
			<div className="border-t-[3px] border-b border-double border-rule-strong pt-[22px] pb-4 [border-bottom-style:solid]">
				{current !== undefined && (
					<p className="mb-1 text-xs font-semibold tracking-[0.08em] text-ink-faint uppercase">List</p>
				)}
				<h1 className="text-[36px] leading-[1.05] font-medium tracking-[-0.025em] [overflow-wrap:anywhere] wide:text-[46px]">
					{title}
				</h1>
				<p className="mt-1.5 text-ink-soft">{countPapers(page.count)}. Nobody but you sees this page.</p>
				{children}
			</div>
			<div className="grid gap-x-14 pb-16 wide:grid-cols-[minmax(0,1fr)_288px]">
				<div id="papers" className="min-w-0">
					{page.papers.length > 0 ? (
						<>
							<ChosenPapersForm lists={lists} current={current} />
							<SavedPapers papers={page.papers.map((paper) => toCardPaper({ ...paper, aiSummary: null }))} />
						</>
					) : (
						<div className="max-w-[60ch] py-12 text-ink-soft">{empty}</div>
					)}
					<PageLinks path={path} view={view} hasMore={page.hasMore} orders={LIBRARY_ORDERS} />
				</div>
				<LibraryAside lists={lists} current={current} />
			</div>
		</main>
	);
}
