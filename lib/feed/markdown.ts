import { describeUpvotes, paperAddress } from "../papers/markdown";
import { escapeMarkdown, linkAddress } from "../papers/markdown-text";
import type { PaperSummary } from "../papers/types";
import type { WindowContent } from "./types";
import { formatWindow, windowPath } from "./windows";

/** The papers of a window as Markdown shows them, of those the first hundred or so: `papers` begins with the most upvoted. */
export type ListedWindow = Pick<WindowContent, "window" | "facts" | "isOpen"> & { papers: readonly PaperSummary[] };

/**
 * The list of a day, a week or a month as Markdown, in the order Top. What others wrote is escaped, formulas are plain text.
 *
 * @param site the address that ours begin with (`https://papers.example.org`)
 */
export function toWindowMarkdown(list: ListedWindow, site: string): string {
	const entries = list.papers.map((paper, index) => writeEntry(paper, index + 1, site));
	return [`# Papers of ${formatWindow(list.window)}\n`, writeState(list, site), ...entries].join("\n");
}

/** How many papers there are, whether more may come, and where the rest and the neighbours are. */
function writeState({ window, papers, facts, isOpen }: ListedWindow, site: string): string {
	const addressOf = (path: string) => linkAddress(new URL(path, site).href);
	const { paperCount, isSample, previous, next } = facts;
	const lines = [
		`- ${paperCount === 1 ? "1 paper" : `${paperCount} papers`}, the most upvoted first`,
		isOpen ? "- Open: more may come" : "- Closed",
		isSample && "- A sample edition: its upvotes are made up",
		`- Page: ${addressOf(windowPath(window))}`,
		papers.length < paperCount &&
			`- These are the first ${papers.length}; the page has all, and the next are in ${addressOf(`/api/daily_papers?${window.kind}=${window.key}&limit=100&p=1`)}`,
		previous && `- Before: ${addressOf(`${windowPath(previous)}.md`)}`,
		next && `- After: ${addressOf(`${windowPath(next)}.md`)}`,
	];
	return lines.flatMap((line) => (line ? [`${line}\n`] : [])).join("");
}

function writeEntry(
	{ id, title, abstract, upvotes, authorCount, organization }: PaperSummary,
	place: number,
	site: string,
) {
	const by =
		organization === null
			? authorCount !== null && (authorCount === 1 ? "1 author" : `${authorCount} authors`)
			: escapeMarkdown(organization.name);
	const facts = [`Upvotes: ${describeUpvotes(upvotes)}`, by].filter(Boolean).join(" · ");
	const heading = `## ${place}\\. [${escapeMarkdown(title.text)}](<${paperAddress(id, site)}>)\n`;
	return [heading, `${facts}\n`, abstract.text && `${escapeMarkdown(abstract.text)}\n`].filter(Boolean).join("\n");
}
