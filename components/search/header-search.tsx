import { SearchField } from "./search-field";

/** The way to search from every page: a field where there is room for it, a link elsewhere. The search page has its own. */
export function HeaderSearch() {
	return (
		<div className="contents in-[body:has(#q)]:hidden">
			<search className="hidden wide:block">
				<form action="/search" className="flex w-64">
					<SearchField className="h-[34px] px-3 text-sm" />
				</form>
			</search>
			<a href="/search#q" className="p-1 text-ink-soft hover:text-ink wide:hidden">
				<svg aria-hidden="true" viewBox="0 0 20 20" className="size-[18px] fill-none stroke-current stroke-2">
					<circle cx="8.5" cy="8.5" r="5.5" />
					<path d="m13 13 4.5 4.5" strokeLinecap="round" />
				</svg>
				<span className="sr-only">Search</span>
			</a>
		</div>
	);
}
