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
				are kept apart, and shown added up.
			</p>
			<Heading>Top</Heading>
			<p>More upvotes first. With equally many, the paper that was listed earlier; then the smaller id.</p>
			<Heading>New</Heading>
			<p>The newer listing first; listed at the same instant, the smaller id.</p>
			<Heading>Rising</Heading>
			<p>
				A vote counts the more the later it is cast: one of today as much as two of yesterday, or four of the day
				before. The weights of a paper's votes are added up, and the larger sum stands first. With equal sums, the newer
				listing; then the smaller id.
			</p>
			<p>In a formula, with t in days since the beginning of 2024 (UTC):</p>
			<p className="overflow-x-auto rounded-lg border border-rule bg-sheet p-4 text-ink">
				<RichText of={FORMULA} />
			</p>
			<p>
				Time alone moves no paper past another: all weights shrink alike. So a score changes only when a vote comes or
				goes. Imported counts come in steps: what a count has grown by since it was last seen enters as votes of the
				moment when it was seen.
			</p>
			<Heading>To check by hand</Heading>
			<p>
				One paper got 8 upvotes on January 2, 2024, at 00:00 UTC, another 4 on January 3. The first has 8 · 2
				<sup>1</sup> = 16, its score is log<sub>2</sub> 16 = 4. The second has 4 · 2<sup>2</sup> = 16: level, and the
				newer listing goes first. One more vote on January 3 makes it 5 · 2<sup>2</sup> = 20, a score of 4.32.
			</p>
		</NarrowPage>
	);
}

function Heading({ children }: { children: ReactNode }) {
	return <h2 className="pt-4 text-[21px] font-semibold text-ink">{children}</h2>;
}
