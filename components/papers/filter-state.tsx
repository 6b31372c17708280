import { type CardPaper, topicOf } from "./card-paper";
import { chooseTopics, type TopicFilter } from "./topic-filter";

type FilterStateProps = { filter: TopicFilter; papers: readonly CardPaper[]; shown: number };

/** Says which papers a choice of topics leaves, and takes it back. */
export function FilterState({ filter, papers, shown }: FilterStateProps) {
	const isChosen = filter.include.length + filter.exclude.length > 0;
	const names = new Map(papers.flatMap(({ topics = [] }) => topics.map(topicOf).map(({ slug, name }) => [slug, name])));
	const name = (slug: string) => names.get(slug) ?? slug;
	return (
		<p role="status" className="text-sm text-ink-soft not-empty:border-b not-empty:border-rule not-empty:py-3">
			{isChosen && (
				<>
					{shown} of {papers.length} papers {filter.include.length > 0 && `about ${join(filter.include.map(name))}`}
					{filter.exclude.length > 0 && ` and not about ${join(filter.exclude.map(name))}`}.{" "}
					<button
						type="button"
						className="text-link underline underline-offset-3"
						onClick={() => chooseTopics({ include: [], exclude: [] })}
					>
						Show all
					</button>
				</>
			)}
		</p>
	);
}

function join(names: readonly string[]): string {
	return new Intl.ListFormat("en", { type: "disjunction" }).format(names);
}
