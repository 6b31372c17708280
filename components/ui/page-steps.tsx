type PageStepsProps = {
	/** From 1. */
	page: number;
	hasMore: boolean;
	/** The address of a page by its number. */
	pathOf: (page: number) => string;
};

/** The way through what is longer than a page. */
export function PageSteps({ page, hasMore, pathOf }: PageStepsProps) {
	if (page === 1 && !hasMore) return null;
	return (
		<nav aria-label="Pages" className="flex items-center justify-between gap-4 py-6 text-sm">
			{page > 1 ? (
				<a href={pathOf(page - 1)} rel="prev" className={LINK}>
					← Previous page
				</a>
			) : (
				<span />
			)}
			<span className="text-ink-faint tabular-nums">Page {page}</span>
			{hasMore ? (
				<a href={pathOf(page + 1)} rel="next" className={LINK}>
					Next page →
				</a>
			) : (
				<span />
			)}
		</nav>
	);
}

const LINK = "rounded-lg border border-rule bg-sheet px-3 py-2 font-medium hover:border-ink-faint hover:no-underline";
