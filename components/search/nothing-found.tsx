import type { Route } from "next";
import { IntentLink } from "@/components/ui/intent-link";
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
									<IntentLink href={searchPath({ text }) as Route} className={LINK}>
										{text}
									</IntentLink>
									, without {without}
								</li>
							))}
						</ul>
					</>
				)}
				<p>
					Or see what is{" "}
					<IntentLink href={"/papers/trending" as Route} className={LINK}>
						trending
					</IntentLink>
					, or browse by{" "}
					<IntentLink href="/topics" className={LINK}>
						topic
					</IntentLink>
					.
				</p>
			</div>
			<SearchHelp examples={examples} />
		</>
	);
}

const LINK = "text-link underline underline-offset-3";
