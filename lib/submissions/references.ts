import { parseArxivReference } from "../ingest/normalise/arxiv-reference";
import { type PaperId, parsePaperId } from "../papers/ids";

/** As much as a page's title before its address, which is what telephones share. */
const WORDS_MAX = 60;

/**
 * Reads which paper a pasted text means: an id or an address at arXiv and wherever else its papers are read, an address of this
 * site, an id as this site has it, or one of these among other words.
 *
 * @param site where this site is, as `APP_URL` says
 * @returns undefined if it names no paper, or several
 */
export function readReference(text: string, site: string): PaperId | undefined {
	const whole = readOne(text.trim(), site);
	if (whole !== undefined) return whole;
	const words = text.trim().split(/\s+/).slice(0, WORDS_MAX);
	// Bare words may look like ids of other sources ("state-of"): among words only addresses and arXiv ids count.
	const found = new Set(words.map((word) => parseArxivReference(word)?.id ?? readOwnAddress(word, site)));
	found.delete(undefined);
	return found.size === 1 ? [...found][0] : undefined;
}

function readOne(text: string, site: string): PaperId | undefined {
	return parseArxivReference(text)?.id ?? readOwnAddress(text, site) ?? parsePaperId(text);
}

function readOwnAddress(text: string, site: string): PaperId | undefined {
	if (!URL.canParse(text, site)) return undefined;
	const { host, pathname } = new URL(text, site);
	return host === new URL(site).host && pathname.startsWith("/papers/")
		? parsePaperId(pathname.slice("/papers/".length))
		: undefined;
}
