import type { Metadata } from "next";
import type { ReactNode } from "react";
import { NarrowPage } from "@/components/layout/narrow-page";
import { RichText } from "@/components/papers/rich-text";
import { renderRichText } from "@/lib/papers/latex";

export const metadata: Metadata = {
	title: "How papers are ordered",
	description: "What Top, New and Rising mean, in words and in a formula that anybody can check.",
	alternates: { canonical: "/about/ranking" },
};

const FORMULA = renderRichText("$\\text{score} = \\log_2 \\sum_{\\text{votes}} 2^{t}$");

/** What docs/ranking.md says, for readers. */
export default function RankingPage() {
	return (
		<NarrowPage title="How papers are ordered">
			<p>
				Everybody sees the same order, and nothing that is not told here goes into it. Rest the pointer on a paper's
				upvotes to see its figures.
			</p>
			<Heading>Upvotes</Heading>
			<p>
				A paper's upvotes are those cast here, one a person, and the count last seen where it was imported from. The two
				are kept apart, and shown added up. Top goes by the number shown; which votes count in Rising is told below.
			</p>
			<Heading>Top</Heading>
			<p>More upvotes first. With equally many, the paper that was listed earlier; then the smaller id.</p>
			<Heading>New</Heading>
			<p>The newer listing first; listed at the same instant, the smaller id.</p>
			<Heading>Rising</Heading>
			<p>
				A vote counts the more the later it is cast: one of today as much as two of yesterday, or four of the day
				before. The weights of all votes that count are added up, and the larger sum stands first. With equal sums, the
				newer listing; then the smaller id.
			</p>
			<p>In a formula, with t in days since the beginning of 2024 (UTC):</p>
			<p className="overflow-x-auto rounded-lg border border-rule bg-sheet p-4 text-ink">
				<RichText of={FORMULA} />
			</p>
			<p>
				Time alone moves no paper past another: all weights shrink alike. So a score changes only when a vote comes or
				goes, or begins to count. Imported counts come in steps: what a count has grown by since it was last seen enters
				as votes of the moment when it was seen.
			</p>
			<Heading>To check by hand</Heading>
			<p>
				One paper got 8 upvotes on January 2, 2024, at 00:00 UTC, another 4 on January 3. The first has 8 · 2
				<sup>1</sup> = 16, its score is log<sub>2</sub> 16 = 4. The second has 4 · 2<sup>2</sup> = 16: level, and the
				newer listing goes first. One more vote on January 3 makes it 5 · 2<sup>2</sup> = 20, a score of 4.32.
			</p>
			<Heading>Fair play</Heading>
			<p>Every vote is shown at once. In Rising some count later, or not at all:</p>
			<ul className="list-disc space-y-2 pl-5">
				<li>
					Of an account that is less than 24 hours old, or whose address is not confirmed: once both are mended, with
					the weight of the moment at which it was cast.
				</li>
				<li>Of who submitted the paper here: never.</li>
				<li>
					Five or more for one paper within 24 hours from one network (an IPv4 address, or the first 64 bits of an IPv6
					address), all of them: once a curator has accepted them.
				</li>
				<li>
					Ten or more for one paper within an hour by accounts younger than 7 days, when they are more than half of that
					hour's votes, all of these accounts': once a curator has accepted them.
				</li>
			</ul>
			<p>
				Votes that a curator voids are taken out of the number as well, and can't be taken back or cast again. While
				such a burst waits, further votes of it wait with it. After it was accepted, votes of it count for 24 hours;
				after it was voided, they wait for a curator at once, however few: no vote is voided that no curator has seen.
			</p>
			<p>
				By hand: four people vote from one address at 12:00, and count. A fifth at 12:10 makes five: the number says 5,
				and the score is as if there were none. A curator voids them, and the number says 0.
			</p>
			<p>
				A person may vote and undo 60 times a minute and 1,000 times a day, a network 600 times an hour. Of the network
				that a vote came from a hash is kept for two days, its key made anew each day; the address itself never is.
			</p>
		</NarrowPage>
	);
}

function Heading({ children }: { children: ReactNode }) {
	return <h2 className="pt-4 text-[21px] font-semibold text-ink">{children}</h2>;
}
