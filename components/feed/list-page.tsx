import type { ReactNode } from "react";
import { SubscribeCard } from "@/components/digest/subscribe-card";
import { PaperList } from "@/components/papers/paper-list";
import type { PaperPage } from "@/lib/feed/types";
import { type Order, type View, viewPath } from "@/lib/feed/views";
import { PageLinks } from "./page-links";
import { TabLink, Tabs } from "./tabs";

const ORDER_NAMES: Record<Order, string> = { top: "Top", new: "New", rising: "Rising" };

type ListPageProps = {
	title: string;
	/** What the title is the name of. */
	kind?: string;
	path: string;
	view: View;
	orders: readonly Order[];
	page: PaperPage;
	/** A line under the title. */
	children: ReactNode;
	/** What can be done with the whole of it. */
	act?: ReactNode;
	/** How many papers there are in all, and the like. */
	state?: ReactNode;
	/** What stands beside the papers, under the card. */
	aside?: ReactNode;
};

/** A list of papers that is no day, week or month: what is trending, what somebody wrote, what is about a topic. */
export function ListPage({ title, kind, path, view, orders, page, children, act, state, aside }: ListPageProps) {
	return (
		<main id="main">
			<div className="border-t-[3px] border-b border-double border-rule-strong pt-[22px] pb-4 [border-bottom-style:solid]">
				{kind && <p className="mb-1 text-xs font-semibold tracking-[0.08em] text-ink-faint uppercase">{kind}</p>}
				<h1 className="text-[36px] leading-[1.05] font-medium tracking-[-0.025em] [overflow-wrap:anywhere] wide:text-[46px]">
					{title}
				</h1>
				<p className="mt-1.5 max-w-[68ch] text-ink-soft">{children}</p>
				{act && <div className="mt-3">{act}</div>}
			</div>
			{state !== undefined && (
				<Tabs state={state}>
					{/* One paper has no order. */}
					{(page.papers.length > 1 ? orders : []).map((order) => (
						<TabLink key={order} href={viewPath(path, { order, page: 1 }, orders)} isCurrent={order === view.order}>
							{ORDER_NAMES[order]}
						</TabLink>
					))}
				</Tabs>
			)}
			<div className="grid gap-x-14 pb-16 wide:grid-cols-[minmax(0,1fr)_288px] wide:pt-2">
				<div id="papers" className="min-w-0">
					<PaperList papers={page.papers} />
					{page.papers.length === 0 && <p className="py-12 text-ink-soft">There are no papers here yet.</p>}
					<PageLinks path={path} view={view} hasMore={page.hasMore} orders={orders} />
				</div>
				<aside aria-label="More about this list" className="wide:mt-[22px]">
					<div className="mb-8">
						<SubscribeCard />
					</div>
					{aside}
				</aside>
			</div>
		</main>
	);
}
