import { Button } from "@/components/ui/button";
import type { SearchAddress } from "@/lib/search/page-address";
import { SearchField } from "./search-field";

/** The search page's own form. Another search keeps the order of this one. */
export function SearchForm({ text, order }: Pick<SearchAddress, "text" | "order">) {
	return (
		<search>
			<form action="/search" className="mt-3 flex max-w-[44rem] gap-2">
				<SearchField key={text} id="q" text={text} className="h-[44px] px-3.5 text-[17px]" />
				{order !== "relevance" && <input type="hidden" name="order" value={order} />}
				<Button className="h-[44px]">Search</Button>
			</form>
		</search>
	);
}
