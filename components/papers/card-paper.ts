import { beginningOf, type PlainOrHtml } from "@/lib/papers/beginning";
import { formatPublished } from "@/lib/papers/dates";
import type { RichText } from "@/lib/papers/latex";
import { slugify } from "@/lib/papers/slug";
import type { ImportSource, PaperSummary, Topic } from "@/lib/papers/types";
import type { UtcDate } from "@/lib/time";
import { countComments, describeComments } from "./comment-words";

type Optional = "aiSummary" | "organization" | "projectPage" | "rising" | "sparkline";

/**
 * A paper as its card needs it in the browser. What is not known is not there, as fifty of them travel with each page and
 * each of their words does so twice: as HTML, and as what the script makes the same of.
 */
export type CardPaper = Pick<PaperSummary, "id"> & {
	title: string | RichText;
	/** Plain text, or HTML as the server made it. */
	abstract: PlainOrHtml;
	/** Whether the abstract is but its beginning, and summary and most topics are left out: {@link CardRest} has them. */
	isShortened?: true;
	upvotes: Omit<PaperSummary["upvotes"], "total">;
	/** The day, and as the card prints it. */
	published?: [date: UtcDate, text: string];
	/** How many; only where no organisation takes their place. */
	authorCount?: number;
	/** The stars as the card prints them. */
	code?: { repo: string; stars: string | null };
	/** By name alone where the slug follows from it: {@link topicOf}. */
	topics?: (string | Topic)[];
	/** Where there are any: how many, and where they were written. */
	comments?: [count: string, places: string];
} & { [Key in Optional]?: NonNullable<PaperSummary[Key]> };

/** What a shortened card has to ask for: whole, where the card has but a part. */
export type CardRest = Pick<CardPaper, "abstract" | "aiSummary" | "topics">;

/** Two decimals of a score tell as much as anybody needs. */
const SCORE_DIGITS = 2;

/** The first of a paper's topics say most; fifty cards with all of them would weigh too much. */
const TOPICS_MAX = 3;

/** In characters: more than three lines of a card hold, and what is worth a request of its own. */
const BEGINNING = { kept: 320, left: 160 };

/** @param filters topics, by slug, that the card has to know of if they are the paper's */
export function toCardPaper(paper: Omit<PaperSummary, "listedAt">, filters: readonly string[] = []): CardPaper {
	const { id, title, abstract, topics, comments, publishedOn, editionDate, organization, authorCount } = paper;
	const { local, imported, importSource } = paper.upvotes;
	const { aiSummary, code, projectPage, sparkline } = paper;
	const rising = paper.rising && Number(paper.rising.toFixed(SCORE_DIGITS));
	const known = Object.entries({ aiSummary, organization, projectPage, sparkline, rising });
	return {
		id,
		title: title.html === null ? title.text : title,
		abstract: abstract.html === null ? abstract.text : { html: abstract.html },
		upvotes: { local, imported, importSource },
		...(publishedOn && { published: [publishedOn, formatPublished(publishedOn, editionDate)] as const }),
		...(organization === null && authorCount !== null && { authorCount }),
		...(code && { code: { repo: code.repo, stars: code.stars?.toLocaleString("en-US") ?? null } }),
		...(topics.length > 0 && { topics: choose(topics, filters).map(shorten) }),
		...(comments.local + comments.imported > 0 && { comments: sayComments(comments, importSource) }),
		...Object.fromEntries(known.filter(([, value]) => value !== null)),
	};
}

/**
 * A card for a list of many, which would weigh too much with all of their abstracts.
 *
 * @param filters topics, by slug, that the card has to know of all the same
 */
export function shortenCard(card: CardPaper, filters: readonly string[]): CardPaper {
	const { aiSummary, topics = [], ...rest } = card;
	const beginning = beginningOf(card.abstract, BEGINNING);
	const kept = topics.filter((topic) => filters.includes(topicOf(topic).slug));
	if (beginning === undefined && aiSummary === undefined && kept.length === topics.length) return card;
	return { ...rest, abstract: beginning ?? card.abstract, isShortened: true, ...(kept.length > 0 && { topics: kept }) };
}

/** What its shortened form leaves out of a card. */
export function restOf({ abstract, aiSummary, topics }: CardPaper): CardRest {
	return { abstract, ...(aiSummary && { aiSummary }), ...(topics && { topics }) };
}

/** The whole of a card's topic. */
export function topicOf(topic: string | Topic): Topic {
	return typeof topic === "string" ? { name: topic, slug: slugify(topic) } : topic;
}

function sayComments(comments: PaperSummary["comments"], source: ImportSource | null): [string, string] {
	return [countComments(comments.local + comments.imported), describeComments(comments, source)];
}

function choose(topics: readonly Topic[], filters: readonly string[]): Topic[] {
	return topics.filter(({ slug }, index) => index < TOPICS_MAX || filters.includes(slug));
}

function shorten(topic: Topic): string | Topic {
	return slugify(topic.name) === topic.slug ? topic.name : topic;
}
