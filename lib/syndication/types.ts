import type { NEWEST } from "../feed/editions";
import type { Order } from "../feed/views";
import type { Window } from "../feed/windows";
import type { CitedPaper } from "../papers/citation/types";
import type { Topic } from "../papers/types";
import type { SearchQuery } from "../search/types";

/** The word for editions of whatever day. */
export const ALL_DAYS = "all";

/** What a list may be narrowed to, by slugs. */
export type Subjects = { topic?: string; author?: string; org?: string };

/** That by relevance only a search has. */
export type ListOrder = Order | "relevance";

/** Which papers a feed or an export has. */
export type ListQuery = Subjects & {
	/** The search that they match with all of its words. Its least upvotes are counted in `min` alone. */
	q?: SearchQuery;
	window: Window | typeof NEWEST | typeof ALL_DAYS;
	/** At least so many upvotes. */
	min: number;
	order: ListOrder;
	limit: number;
};

/** A feed's or an export's: how many papers it can have, and the order of a search where none is asked for. */
export type ListKind = { limit: number; orderOfSearch: ListOrder };

/** What feeds and exports tell of a paper. Title and abstract are as the source has them, and may hold LaTeX. */
export type ListedPaper = CitedPaper & {
	listedAt: Date;
	/** When what is said of it last changed. */
	updatedAt: Date;
	upvotes: number;
	comments: number;
	organization: string | null;
	topics: readonly Topic[];
	/** `owner/repo` at GitHub. */
	githubRepo: string | null;
	projectPage: string | null;
};

/** A feed before it is written in one format. */
export type FeedContent = {
	title: string;
	/** Whole addresses: of the page that shows the same, and of the feed itself. */
	pageUrl: string;
	selfUrl: string;
	/** The newest change of its papers; the first moment of 1970 where there are none. */
	updated: Date;
	entries: readonly FeedEntry[];
};

/** A paper in a feed. Texts are plain, `html` is escaped where it has to be. */
export type FeedEntry = {
	/** The address of the paper's page, which never changes: readers know by it what they have shown, in whatever feed. */
	url: string;
	/** Where arXiv has the paper. */
	arxivUrl: string | null;
	title: string;
	authors: readonly string[];
	summary: string;
	html: string;
	topics: readonly Topic[];
	published: Date;
	updated: Date;
};
