import { SideHeading } from "@/components/feed/side-heading";
import { searchPath } from "@/lib/search/page-address";
import type { SearchExamples } from "@/lib/search/page-types";

/** What can be typed. With examples, those that find something are links. */
export function SearchHelp({ examples }: { examples?: SearchExamples }) {
	return (
		<section className="no-print py-4">
			<SideHeading>What can be typed</SideHeading>
			<dl className={examples && "max-w-[44rem]"}>
				{rows(examples).map(({ text, finds, means }) => (
					<div
						key={text}
						className={`border-b border-rule py-2 ${examples ? "gap-x-6 wide:grid wide:grid-cols-[18rem_1fr]" : ""}`}
					>
						<dt className="text-[14px] font-medium [overflow-wrap:anywhere]">
							{examples && finds ? (
								<a href={searchPath({ text })} className="text-link">
									{text}
								</a>
							) : (
								text
							)}
						</dt>
						<dd className="text-[14px] text-ink-soft">{means}</dd>
					</div>
				))}
			</dl>
		</section>
	);
}

function rows(examples: SearchExamples = {}) {
	const row = (example: string | undefined, otherwise: string, means: string) => ({
		text: example ?? otherwise,
		finds: example !== undefined,
		means,
	});
	return [
		row("language models", "language models", "with these words in any form; words like “the” don't count"),
		row('"language models"', "", "these words, one after the other"),
		row("reasoning -video", "", "without a word; a minus also goes before what follows here"),
		row(examples.author, 'author:"Yoshua Bengio"', "by an author; a part of the name will do"),
		row(examples.org, 'org:"Allen Institute"', "from an organisation"),
		row(examples.topic, "topic:robotics", "about a topic"),
		row(examples.since, "since:2026-06-01", "listed on this day or later; a month or a year will do"),
		row(examples.until, "until:2026-06", "listed then or before"),
		row(examples.min, "min:10", "with at least so many upvotes"),
		row(examples.code, "has:code", "whose code is known"),
		row(examples.paper, "2412.14093", "an arXiv id or address leads straight to its paper"),
	];
}
