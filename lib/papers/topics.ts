import { findCategory } from "./arxiv-categories";
import { slugify } from "./slug";
import { findShownName, topicSlug } from "./topic-slug";

/** What a paper is about. `slug` is its address and what makes two of them one, `name` is what readers see. */
export type TopicLabel = { slug: string; name: string; kind: "category" | "keyword" };

/** Sources give ten keywords in the middle; the few lists that are longer end in what hardly tells papers apart. */
const TOPICS_MAX = 16;

/** In characters. What is longer is a sentence. */
const NAME_MAX = 60;
/** Abbreviations in full can make far more of them. */
const SLUG_MAX = 120;

/** `(LLMs)`, or a remark; one that is not closed too. What clings to a word (`SE(3)`) is part of it. */
const PARENTHESIS = /(^|\s)\([^()]*(\)|$)/g;
const QUOTES_AND_STOPS = /^[\s"'“”‘’`,.;:–—-]+|[\s"'“”‘’`,.;:–—-]+$/g;
const LATEX = /[\\${}]/;

/**
 * The topics of a paper: its arXiv categories, then its source's keywords in their order, each slug once, 16 at most.
 *
 * A keyword becomes a topic by one rule (docs/topics.md). Its name is the spelling as given (Unicode NFKC) without remarks in
 * parentheses and without capitals, save those of words that are spelled with them: GRPO, LoRA, GPT-4o. Its slug is made of the
 * name: lower case, hyphens for all that is between words, singular, American, abbreviations in full. Empty and overlong
 * keywords are left out, and those without a letter or with LaTeX.
 */
export function topicsOf(paper: { categories: readonly string[]; keywords: readonly string[] }): TopicLabel[] {
	const topics = new Map<string, TopicLabel>();
	for (const topic of [...paper.categories.map(toCategory), ...paper.keywords.flatMap(toKeyword)]) {
		if (!topics.has(topic.slug)) topics.set(topic.slug, topic);
	}
	return [...topics.values()].slice(0, TOPICS_MAX);
}

function toCategory(given: string): TopicLabel {
	const { code, name } = findCategory(given);
	return { slug: slugify(code), name, kind: "category" };
}

function toKeyword(given: string): TopicLabel[] {
	const name = clean(given);
	if (name.length > NAME_MAX || LATEX.test(name) || !/\p{L}/u.test(name)) return [];
	const slug = topicSlug(name);
	if (slug.length > SLUG_MAX) return [];
	return [{ slug, name: findShownName(slug) ?? foldCapitals(name), kind: "keyword" }];
}

/** Until nothing is left to take away: what is taken may have hidden more. */
function clean(keyword: string): string {
	const cleaned = keyword
		.normalize("NFKC")
		.replace(PARENTHESIS, " ")
		.replace(/\s+/g, " ")
		.replace(QUOTES_AND_STOPS, "");
	return cleaned === keyword ? cleaned : clean(cleaned);
}

/** `Vision-Language Models with LoRA` is `vision-language models with LoRA`; a word with a digit keeps all of its capitals. */
function foldCapitals(name: string): string {
	return name.replace(/\S+/g, (word) => {
		if (/\p{N}/u.test(word)) return word;
		return word.replace(/\p{L}+/gu, (part) => (/^\p{Lu}\P{Lu}+$/u.test(part) ? part.toLowerCase() : part));
	});
}
