import type { ReactNode } from "react";
import type { SearchAddress } from "@/lib/search/page-address";
import { SearchForm } from "./search-form";

type SearchFrameProps = {
	address: SearchAddress;
	/** What of the text was not understood or is not used, a sentence each. */
	problems?: readonly string[];
	children: ReactNode;
};

/** What every search page has: the form with what was typed, and what was wrong with that. */
export function SearchFrame({ address, problems = [], children }: SearchFrameProps) {
	return (
		<main id="main" className="min-h-[60vh] pb-16">
			<div className="border-t-[3px] border-b border-double border-rule-strong pt-[22px] pb-5 [border-bottom-style:solid]">
				<h1 className="text-[36px] leading-[1.05] font-medium tracking-[-0.025em] wide:text-[46px]">Search</h1>
				<p className="hidden print:block">{address.text}</p>
				<SearchForm {...address} />
				{problems.length > 0 && (
					<ul className="mt-3 border-l-2 border-accent pl-3 text-sm text-ink-soft">
						{problems.map((problem) => (
							<li key={problem}>{problem}</li>
						))}
					</ul>
				)}
			</div>
			{children}
		</main>
	);
}
