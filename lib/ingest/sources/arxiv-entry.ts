import { z } from "zod";
import { childrenOf, childText, type XmlElement } from "../http/xml";
import { parseArxivReference } from "../normalise/arxiv-reference";
import { parseInstant } from "../normalise/dates";
import { cleanNames, cleanText } from "../normalise/text";
import type { IngestedPaper } from "../types";
import { ARXIV, ATOM } from "./atom";
import type { Reading } from "./types";

/** What every paper of arXiv's has; an entry without it is one of the stubs that the API gives for unknown ids. */
const essentials = z.object({
	title: z.string().min(1).max(2_000),
	abstract: z.string().min(1).max(50_000),
	authors: z.array(z.string()).min(1),
});

/**
 * Reads an entry of the query API (https://info.arxiv.org/help/api/user-manual.html, 3.3.2): `published` is the first version's time,
 * `updated` and the id's version are the newest one's.
 */
export function readArxivEntry(entry: XmlElement): Reading<IngestedPaper> {
	const names = childrenOf(entry, ATOM, "author").map((author) => childText(author, ATOM, "name") ?? "");
	const publishedAt = parseInstant(childText(entry, ATOM, "published")?.trim() ?? "");
	const revisedAt = parseInstant(childText(entry, ATOM, "updated")?.trim() ?? "");
	const text = (name: string) => cleanText(childText(entry, ARXIV, name) ?? "");
	const [doi, journalRef, authorComment] = [text("doi"), text("journal_ref"), text("comment")];
	return readArxivPaper(childText(entry, ATOM, "id") ?? "", {
		title: cleanText(childText(entry, ATOM, "title") ?? ""),
		abstract: cleanText(childText(entry, ATOM, "summary") ?? ""),
		authors: cleanNames(names),
		...withCategories(entry),
		...(publishedAt && { publishedAt }),
		...(revisedAt && { revisedAt }),
		...(doi && { doi }),
		...(journalRef && { journalRef }),
		...(authorComment && { authorComment }),
	});
}

/** Puts a paper together with the id and version that its entry is called by. */
export function readArxivPaper(name: string, paper: Omit<IngestedPaper, "id">): Reading<IngestedPaper> {
	const reference = parseArxivReference(name);
	if (reference === undefined) return refuse("an entry", "its id is not one of arXiv's");
	const missing = essentials.safeParse(paper).error?.issues[0];
	if (missing) return refuse(reference.id, `${missing.path.join(".")}: ${missing.message}`);
	return { ok: true, value: { ...paper, ...reference } };
}

/** Its arXiv categories, the primary one first, each once; nothing if it names none. */
export function withCategories(entry: XmlElement): { categories?: string[] } {
	const elements = [...childrenOf(entry, ARXIV, "primary_category"), ...childrenOf(entry, ATOM, "category")];
	const terms = elements.map((element) => element.attributes.term ?? "");
	// Among them authors' own classes stand too: "68T05; I.2.6".
	const categories = [...new Set(terms.filter((term) => isArxivCategory(term)))];
	return categories.length === 0 ? {} : { categories };
}

/** Whether a text has the form of `cs.LG`, `cond-mat.mes-hall` or `hep-th` (https://arxiv.org/category_taxonomy). */
export function isArxivCategory(text: string): boolean {
	return /^[a-z]+(-[a-z]+)?(\.([A-Z]{2}|[a-z]+(-[a-z]+)?))?$/.test(text);
}

function refuse(where: string, reason: string): Reading<IngestedPaper> {
	return { ok: false, problem: { where, reason } };
}
