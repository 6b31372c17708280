import type { ReactNode } from "react";
import { type Order, viewPath } from "@/lib/feed/views";
import { type Window, windowOf, windowPath } from "@/lib/feed/windows";
import { TabLink, Tabs } from "./tabs";

const KINDS = { date: "Day", week: "Week", month: "Month" } as const;
const ORDERS: Record<Order, string> = { top: "Top", new: "New", rising: "Rising" };

type WindowTabsProps = {
	window: Window;
	order: Order;
	/** Where the links to a day lead from a week or a month: its last one that has papers. */
	lastDate: Window["last"] | null;
	/** What there is to know about the list before reading it. */
	children: ReactNode;
};

/** Leads from a day to its week and month and back, and to the other orders of the list. */
export function WindowTabs({ window, order, lastDate, children }: WindowTabsProps) {
	const date = lastDate ?? window.first;
	return (
		<Tabs state={children}>
			{(["date", "week", "month"] as const).map((kind) => (
				<TabLink
					key={kind}
					href={viewPath(windowPath(windowOf(kind, date)), { order, page: 1 })}
					isCurrent={kind === window.kind}
					goKey={KINDS[kind].charAt(0).toLowerCase()}
				>
					{KINDS[kind]}
				</TabLink>
			))}
			<span aria-hidden="true" className="self-center">
				·
			</span>
			{(["top", "new", "rising"] as const).map((each) => (
				<TabLink key={each} href={viewPath(windowPath(window), { order: each, page: 1 })} isCurrent={each === order}>
					{ORDERS[each]}
				</TabLink>
			))}
		</Tabs>
	);
}
