import { atomEntry, errorFeed, feed, queryFeed } from "./arxiv-xml";
import { type Answer, startUpstream, type Upstream } from "./upstream";

/** A paper as arXiv's servers know it. */
export type ArxivPaper = {
	/** Without version. */
	id: string;
	version?: number;
	title: string;
	abstract: string;
	authors: string[];
	/** The primary one first. */
	categories: string[];
	/** The first version's time, ISO. */
	published: string;
	/** The newest version's; the same unless given. */
	updated?: string;
	doi?: string;
	journalRef?: string;
	comment?: string;
	/** Only papers with one stand in the announcement feed. */
	announced?: string;
};

const ID = /^(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})(v\d+)?$/;
const SEARCH = /^\(([^)]+)\) AND submittedDate:\[(\d{12}) TO (\d{12})\]$/;

/**
 * arXiv's query API (`/api/query` with `id_list` or a search by category and date) and its announcement feed (`/atom/cs.LG+cs.CL`) over
 * the given papers. A wrong id or query gets 400 and a feed with one entry called Error, as at arXiv.
 */
export function startArxiv(papers: ArxivPaper[]): Promise<Upstream> {
	return startUpstream((url) => {
		if (url.pathname === "/api/query") return answerQuery(papers, url.searchParams);
		const categories = /^\/atom\/([\w.+-]+)$/.exec(url.pathname)?.[1]?.split("+");
		if (categories === undefined) return { status: 404, type: "text/html", body: "<html><body>404</body></html>" };
		const announced = papers.filter((paper) => paper.announced && isIn(paper, categories));
		return atom(200, feed(announced.map((paper) => atomEntry(paper, "announcement"))));
	});
}

function answerQuery(papers: ArxivPaper[], query: URLSearchParams): Answer {
	const start = Number(query.get("start") ?? 0);
	const size = Number(query.get("max_results") ?? 10);
	if (!Number.isInteger(start) || start < 0) return atom(400, errorFeed("start must be non-negative"));
	if (!Number.isInteger(size) || size < 0) return atom(400, errorFeed("max_results must be non-negative"));
	const ids = (query.get("id_list") ?? "").split(",").filter(Boolean);
	const wrong = ids.find((id) => !ID.test(id));
	if (wrong) return atom(400, errorFeed(`incorrect id format for ${wrong}`));
	const found = ids.length > 0 ? byIds(papers, ids) : search(papers, query.get("search_query") ?? "");
	if (found === undefined) return atom(400, errorFeed("Invalid query string"));
	const page = found.slice(start, start + size).map((paper) => atomEntry(paper, "query"));
	return atom(200, queryFeed(page, { total: found.length, start, size }));
}

function byIds(papers: ArxivPaper[], ids: string[]): ArxivPaper[] {
	return ids.flatMap((id) => papers.find((paper) => paper.id === id.replace(/v\d+$/, "")) ?? []);
}

function search(papers: ArxivPaper[], text: string): ArxivPaper[] | undefined {
	const [, either = "", from = "", to = ""] = SEARCH.exec(text) ?? [];
	if (from === "") return undefined;
	const categories = either.split(" OR ").map((term) => term.replace(/^cat:/, ""));
	return papers
		.filter((paper) => isIn(paper, categories) && minuteOf(paper) >= from && minuteOf(paper) <= to)
		.sort((a, b) => a.published.localeCompare(b.published));
}

function isIn(paper: ArxivPaper, categories: string[]): boolean {
	return paper.categories.some((category) => categories.includes(category));
}

function minuteOf({ published }: ArxivPaper): string {
	return new Date(published).toISOString().replace(/\D/g, "").slice(0, 12);
}

function atom(status: number, body: string): Answer {
	return { status, type: "application/atom+xml; charset=utf-8", body };
}
