import { foldLine } from "./text";

/** A person's name in the parts that citations sort by; `suffix` is empty for most. */
export type PersonName = { given: string; family: string; suffix: string };

/** How arXiv prints `S.-H.`: `S. -H.` */
const SPACED_INITIAL = /(?<=\p{L}\.) (?=-\p{L}\.)/gu;
const SUFFIXED = /^(.+?)(?:,? (Jr\.?|Sr\.?|II|III|IV))?$/;
const WORD = /^["“(]?[\p{L}\p{M}.'’]+(?:-[\p{L}\p{M}.'’]+)*[)"”]?$/u;
/** Means something else between two names in BibTeX. */
const RESERVED = /^(and|others)$/i;
/** Written family name first, or without a space; readers leave them alone if we do. */
const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const GROUP =
	/\b(teams?|groups?|collaboration|consortium|contributors|authors|labs?|laborator(y|ies)|university|institute|foundation|community|project|initiative|inc|corporation|company|research|intelligence)\b/i;
/** One word of a company or a model: `NVIDIA`, `OpenAI`, `DeepSeek-AI`. A person called Ai is written so. */
const COMPANY = /^\S*\p{Lu}{2}\S*$|\b(AI|ai)$/u;

const words = (text: string) => new Set(text.split(" "));
const PARTICLES = words(
	"van von de del della der den di da dal dos das do du des la le el al bin ibn ben ter ten te zu zum zur af av",
);
/** Those that begin family names also with a capital. `Bin`, `Da` or `Li` are more often given names of two words. */
const CAPITAL_PARTICLES = words(
	"Van Von De Del Della Der Den Di Dal Dalla Dos Du Des La Le El Al Ben Ibn Abu Bar Mac Mc",
);
/** `Van` before them is a Vietnamese middle name. */
const VIETNAMESE = words("Nguyen Tran Le Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Dinh Truong");

/**
 * Splits a name as papers print it, "Given Family": particles (`van der`, `De`) belong to the family name, `Jr.` and the like
 * to neither.
 *
 * @returns undefined for what is to be taken whole: organisations, names of one word, names in Chinese, Japanese or Korean
 * writing, and whatever is not made of words alone
 */
export function splitName(name: string): PersonName | undefined {
	const [, plain = "", suffix = ""] = SUFFIXED.exec(foldLine(name).replace(SPACED_INITIAL, "")) ?? [];
	const parts = plain.split(" ");
	if (parts.length < 2 || isOrganization(name) || CJK.test(name)) return undefined;
	if (!parts.every((part) => WORD.test(part) && !RESERVED.test(part))) return undefined;
	const start = findFamily(parts);
	return { given: parts.slice(0, start).join(" "), family: parts.slice(start).join(" "), suffix };
}

/** Whether an author is no person, as far as the name tells. */
export function isOrganization(name: string): boolean {
	return GROUP.test(name) || COMPANY.test(name.trim()) || /\d/.test(name);
}

/**
 * `Family, Given`; a name that is taken whole as it is.
 *
 * @param beforeSuffix what parts `Jr.` from the given name
 */
export function invertName(name: string, beforeSuffix: ", " | " "): string {
	const person = splitName(name);
	if (person === undefined) return foldLine(name);
	const { given, family, suffix } = person;
	return `${family}, ${given}${suffix && beforeSuffix + suffix}`;
}

/** Where the family name begins: at the first particle in small letters, else at the capital ones before the last word. */
function findFamily(parts: readonly string[]): number {
	const last = parts.length - 1;
	const particle = parts.findIndex((part, at) => at > 0 && at < last && PARTICLES.has(part));
	let start = particle === -1 ? last : particle;
	while (start > 1 && isCapitalParticle(parts[start - 1], parts[start])) start--;
	return start;
}

function isCapitalParticle(word = "", next = ""): boolean {
	return CAPITAL_PARTICLES.has(word) && !(word === "Van" && VIETNAMESE.has(next));
}
