import { createHash } from "node:crypto";
import type { DigestChoices } from "../subscribers/choices";
import { meets, type PaperFacts, parseCriterion } from "./criteria";
import type { Digest, DigestPaper, SelectionContent } from "./types";

/** So that a mail stays a page, whatever somebody follows. */
export const MATCHES_MAX = 10;

const RISEN_MAX = 3;

type What = Pick<DigestChoices, "papers" | "minUpvotes" | "include" | "exclude" | "language">;

/** What is known of a subscriber and of papers, when a mail is put together. */
export type SelectFrom = {
	digest: Pick<Digest, "papers" | "risen">;
	choices: What;
	/** By paper; needed where the choices include or exclude something. */
	facts: ReadonlyMap<string, PaperFacts>;
	/** Papers that this subscriber was sent. */
	sent: ReadonlySet<string>;
	/** Why papers match what this subscriber follows, by paper. */
	why: ReadonlyMap<string, string>;
};

/**
 * Chooses what one subscriber's mail holds.
 *
 * @returns undefined when there is nothing worth a mail: papers that merely rose are not
 */
export function selectContent({ digest, choices, facts, sent, why }: SelectFrom): SelectionContent | undefined {
	const include = choices.include.map(readChoice);
	const exclude = choices.exclude.map(readChoice);
	const findMet = ({ id }: DigestPaper, choice: typeof include) => {
		const paper = facts.get(id);
		return paper && choice.find(({ criterion }) => meets(paper, criterion));
	};
	const eligible = digest.papers.filter((paper) => !sent.has(paper.id) && !findMet(paper, exclude));
	const papers = eligible
		.filter((paper) => paper.upvotes >= choices.minUpvotes && (include.length === 0 || findMet(paper, include)))
		.slice(0, choices.papers);
	const matches = eligible.filter((paper) => why.has(paper.id) && !papers.includes(paper)).slice(0, MATCHES_MAX);
	if (papers.length + matches.length === 0) return undefined;
	const reasons = [...papers, ...matches].flatMap((paper): [string, string][] => {
		const reason = why.get(paper.id) ?? findMet(paper, include)?.why;
		return reason === undefined ? [] : [[paper.id, reason]];
	});
	return {
		papers: papers.map(({ id }) => id),
		matches: matches.map(({ id }) => id),
		why: Object.fromEntries(reasons),
		risen: digest.risen.filter(({ id }) => sent.has(id)).slice(0, RISEN_MAX),
		language: choices.language,
	};
}

/** A line of the choices, and what is said of a paper that it brings. */
function readChoice(text: string) {
	return { criterion: parseCriterion(text), why: `Matches your choice “${text}”` };
}

/** A mail that says that there is nothing, for those who want to hear it. */
export function emptyContent(language: string): SelectionContent {
	return { papers: [], matches: [], why: {}, risen: [], language };
}

/** Whether two subscribers would get the same mail, their own parts aside: equal for the same content alone. */
export function keyOf({ papers, matches, why, risen, language }: SelectionContent): string {
	const reasons = Object.entries(why).sort(([one], [other]) => (one < other ? -1 : 1));
	const all = [papers, matches, reasons, risen.map(({ id, gained }) => [id, gained]), language];
	return createHash("sha256").update(JSON.stringify(all)).digest("hex");
}

/** How many papers a mail brings to those who have chosen nothing, and the public page shows. */
const COMMON_PAPERS = 10;

/** What everybody gets who has chosen nothing and was sent none of it. */
export function commonContent({ papers }: Pick<Digest, "papers">): SelectionContent {
	return { ...emptyContent("en-US"), papers: papers.slice(0, COMMON_PAPERS).map(({ id }) => id) };
}

/** Whether a mail is what everybody gets who has chosen nothing: it is public, and nobody's own. */
export function isCommon(digest: Pick<Digest, "papers">, content: SelectionContent): boolean {
	return (
		content.papers.join() === commonContent(digest).papers.join() &&
		content.matches.length === 0 &&
		Object.keys(content.why).length === 0 &&
		content.risen.length === 0
	);
}

/** The papers of a selection, in their order. */
export function papersOf(
	digest: Pick<Digest, "papers">,
	content: SelectionContent,
): { papers: DigestPaper[]; matches: DigestPaper[] } {
	const byId = new Map(digest.papers.map((paper) => [paper.id, paper]));
	const find = (ids: string[]) => ids.flatMap((id) => byId.get(id) ?? []);
	return { papers: find(content.papers), matches: find(content.matches) };
}
