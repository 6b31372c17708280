import type { NearQuery } from "@/lib/search/near-queries";
import { searchPath } from "@/lib/search/page-address";
import type { SearchExamples } from "@/lib/search/page-types";
import { SearchHelp } from "./search-help";

type NothingFoundProps = {
	didYouMean: string | null;
	/** Queries that find something. */
	near: readonly NearQuery[];
	examples: SearchExamples;
};

/** What stands in the results' place where there are none. */
export function NothingFound({ didYouMean, near, examples }: NothingFoundProps) {
	return (
		<>
			<div className="space-y-3 py-8 text-ink-soft">
				<h2 className="text-[21px] font-semibold text-ink">No paper here matches this</h2>
				{didYouMean !== null && (
					<p>
						No paper here has these words as typed, so that we looked for{" "}
						<b className="font-semibold text-ink">{didYouMean}</b>.
					</p>
				)}
				{near.length > 0 && (
					<>
						<p>With one thing less, there are some:</p>
						<ul className="space-y-1">
							{near.map(({ text, without }) => (
								<li key={without}>
									<a href={searchPath({ text })} className={LINK}>
										{text}
									</a>
									, without {without}
								</li>
							))}
						</ul>
					</>
				)}
				<p>
					Or see what is{" "}
					<a href="/papers/trending" className={LINK}>
						trending
					</a>
					, or browse by{" "}
					<a href="/topics" className={LINK}>
						topic
					</a>
					.
				</p>
			</div>
			<SearchHelp examples={examples} />
		</>
	);
}

const LINK = "text-link underline underline-offset-3";
