import { slugify } from "../papers/slug";
import { topicSlug } from "../papers/topic-slug";

/** One thing that a subscriber wants to see, or not to see, in the form in which facts are held against it. */
export type Criterion = { kind: "topic" | "author" | "org" | "words"; wanted: string };

/** What a paper is judged by, beside its upvotes, as its source writes it. */
export type PaperTexts = {
	title: string;
	abstract: string;
	/** Of topics and organisations, slugs and names. */
	topics: string[];
	authors: string[];
	organization: string[];
};

/** The same, folded: case, accents and punctuation make no difference. */
export type PaperFacts = Record<Criterion["kind"], string[]>;

/** Folds what is known of a paper, once for all that is held against it. */
export function foldFacts({ title, abstract, topics, authors, organization }: PaperTexts): PaperFacts {
	return {
		topic: [...topics, ...topics.map(slugify)],
		author: authors.map(fold),
		org: organization.map(fold),
		words: [title, abstract].map(fold),
	};
}

/** Reads `topic: retrieval`, `author: Ada Lovelace`, `org: DeepMind`, or else words of a title or abstract. */
export function parseCriterion(text: string): Criterion {
	const [, kind, value] = /^(topic|author|org)\s*:\s*(.+)$/i.exec(text.trim()) ?? [];
	if (kind === undefined || value === undefined) return { kind: "words", wanted: fold(text) };
	if (kind.toLowerCase() === "topic") return { kind: "topic", wanted: value };
	return { kind: kind.toLowerCase() as Criterion["kind"], wanted: fold(value) };
}

/** Whether a paper has what is named. Words stand whole and in their order. */
export function meets(facts: PaperFacts, { kind, wanted }: Criterion): boolean {
	return kind === "topic"
		? [topicSlug(wanted), slugify(wanted)].some((slug) => facts.topic.includes(slug))
		: facts[kind].some((text) => text.includes(wanted));
}

/** With an end at either side, so that no part of a word is found. */
function fold(text: string): string {
	return `-${slugify(text)}-`;
}
