import type { Route } from "next";
import { IntentLink } from "@/components/ui/intent-link";
import { type SearchAddress, searchPath } from "@/lib/search/page-address";

/** The way through results that are more than a page. */
export function ResultPages({ address, hasMore }: { address: SearchAddress; hasMore: boolean }) {
	if (address.page === 1 && !hasMore) return null;
	const to = (page: number) => searchPath({ ...address, page }) as Route;
	return (
		<nav aria-label="Pages" className="flex gap-3 pt-6 text-sm">
			{address.page > 1 && (
				<IntentLink href={to(address.page - 1)} rel="prev" className={LINK}>
					← Previous page
				</IntentLink>
			)}
			{hasMore && (
				<IntentLink href={to(address.page + 1)} rel="next" className={`ml-auto ${LINK}`}>
					Next page →
				</IntentLink>
			)}
		</nav>
	);
}

const LINK = "rounded-lg border border-rule bg-sheet px-3 py-2 font-medium hover:border-ink-faint hover:no-underline";
