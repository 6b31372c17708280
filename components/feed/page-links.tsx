import type { Route } from "next";
import { IntentLink } from "@/components/ui/intent-link";
import { type Order, type View, viewPath } from "@/lib/feed/views";

type PageLinksProps = { path: string; view: View; hasMore: boolean; orders?: readonly Order[] };

/** The way through a list that is longer than a page. */
export function PageLinks({ path, view, hasMore, orders }: PageLinksProps) {
	if (view.page === 1 && !hasMore) return null;
	const to = (page: number) => viewPath(path, { ...view, page }, orders) as Route;
	return (
		<nav aria-label="Pages" className="flex items-center justify-between gap-4 py-6 text-sm">
			{view.page > 1 ? (
				<IntentLink href={to(view.page - 1)} rel="prev" className={LINK}>
					← Previous page
				</IntentLink>
			) : (
				<span />
			)}
			<span className="text-ink-faint tabular-nums">Page {view.page}</span>
			{hasMore ? (
				<IntentLink href={to(view.page + 1)} rel="next" className={LINK}>
					Next page →
				</IntentLink>
			) : (
				<span />
			)}
		</nav>
	);
}

const LINK = "rounded-lg border border-rule bg-sheet px-3 py-2 font-medium hover:border-ink-faint hover:no-underline";
