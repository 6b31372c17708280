import type { PaperSummary } from "../papers/types";
import type { Counted } from "./counted";

/** More can't be taken in at a glance. */
const TOPICS_MAX = 24;

/** The topics that at least two papers of a list have in common, the commonest first. */
export function countTopics(papers: readonly Pick<PaperSummary, "topics">[]): Counted[] {
	const counts = new Map<string, Counted>();
	for (const { topics } of papers) {
		for (const { slug, name } of topics) {
			counts.set(slug, { slug, name, papers: (counts.get(slug)?.papers ?? 0) + 1 });
		}
	}
	return [...counts.values()]
		.filter((topic) => topic.papers > 1)
		.sort((a, b) => b.papers - a.papers || (a.name < b.name ? -1 : 1))
		.slice(0, TOPICS_MAX);
}
