import { TabLink, Tabs } from "@/components/feed/tabs";
import { FollowSearch } from "@/components/following/follow-search";
import { PaperList } from "@/components/papers/paper-list";
import { PageSteps } from "@/components/ui/page-steps";
import type { PaperSummary } from "@/lib/papers/types";
import { SEARCH_ORDERS, type SearchAddress, searchPath } from "@/lib/search/page-address";
import type { SearchOrder, SearchPage } from "@/lib/search/types";
import { SearchHelp } from "./search-help";
import { TakeAlong } from "./take-along";

const ORDER_NAMES: Record<SearchOrder, string> = { relevance: "Relevance", top: "Top", new: "New" };

type SearchResultsProps = Pick<SearchPage, "hasMore" | "match" | "didYouMean"> & {
	address: SearchAddress;
	/** What was understood of the text, as text. */
	asked: string;
	papers: readonly PaperSummary[];
};

/** What a search found, with its abstracts whole and what matches marked. */
export function SearchResults({ address, asked, papers, hasMore, match, didYouMean }: SearchResultsProps) {
	return (
		<>
			<Tabs state={<FollowSearch query={asked} />}>
				{SEARCH_ORDERS.map((order) => (
					<TabLink key={order} href={searchPath({ text: address.text, order })} isCurrent={order === address.order}>
						{ORDER_NAMES[order]}
					</TabLink>
				))}
			</Tabs>
			<div className="grid gap-x-14 wide:grid-cols-[minmax(0,1fr)_288px] wide:pt-2">
				<div id="papers" className="whole min-w-0">
					<ResultNote match={match} didYouMean={didYouMean} />
					{/* Summaries and topics would come along with each abstract, and are one click away. */}
					<PaperList papers={papers.map((paper) => ({ ...paper, aiSummary: null, topics: [] }))} />
					<PageSteps page={address.page} hasMore={hasMore} pathOf={(page) => searchPath({ ...address, page })} />
					<TakeAlong asked={asked} order={address.order} />
				</div>
				<aside aria-label="What can be typed" className="wide:mt-[22px]">
					<SearchHelp />
				</aside>
			</div>
		</>
	);
}

/** Says it where papers don't match what was typed, word by word. */
function ResultNote({ match, didYouMean }: Pick<SearchPage, "match" | "didYouMean">) {
	if (didYouMean === null && match !== "most") return null;
	return (
		<div className="mt-4 space-y-1 text-ink-soft">
			{didYouMean !== null && (
				<p>
					No paper here has these words as typed. Showing results for{" "}
					<b className="font-semibold text-ink">{didYouMean}</b>.
				</p>
			)}
			{match === "most" && <p>No paper has all of these words. These have most of them.</p>}
		</div>
	);
}
