import { GET as getDailyPapers } from "@/app/api/daily_papers/route";
import { GET as getFeed } from "@/app/feed.atom/route";
import { GET as getIndex } from "@/app/sitemap.xml/route";
import { GET as getPart } from "@/app/sitemaps/[kind]/[file]/route";
import { findAuthor, listActiveAuthors, readAuthorPapers } from "@/lib/authors/queries";
import { listComments } from "@/lib/comments/queries";
import { readDigestPage } from "@/lib/digest/page";
import { findNewestDate, readTrending, readWindowPage } from "@/lib/feed/queries";
import { type WindowKind, windowOf } from "@/lib/feed/windows";
import { readHealth } from "@/lib/health/queries";
import { findOrganization, listActiveOrganizations, readOrganizationPapers } from "@/lib/organizations/queries";
import { findCitedPaper } from "@/lib/papers/citation/queries";
import { findPaper, listSummariesOf } from "@/lib/papers/queries";
import { listSimilar } from "@/lib/papers/similar";
import { readSearchExamples } from "@/lib/search/examples";
import { readSearchPage, readSuggestions } from "@/lib/search/page-queries";
import { parseQuery } from "@/lib/search/query";
import type { UtcDate } from "@/lib/time";
import { findTopic, listActiveTopics, readTopicPapers } from "@/lib/topics/queries";
import { votedAmong } from "@/lib/votes/queries";
import type { Sample } from "./samples";

const FIRST_PAGE = { order: "top", page: 1 } as const;
const NEW = { order: "new", page: 1 } as const;
const SIMILAR = 12;

/** What each public page, and what programs ask for, reads of the database when no cache has it: as the files below `app/` call it. */
export const PAGES: Record<string, (sample: Sample) => Promise<unknown>> = {
	newest: async ({ now }) => {
		const date = await findNewestDate(now);
		if (date === undefined) throw new Error("there are no papers");
		return readWindowPage(windowOf("date", date), FIRST_PAGE, now);
	},
	day: (sample) => readWindow("date", sample),
	week: (sample) => readWindow("week", sample),
	month: (sample) => readWindow("month", sample),
	trending: () => readTrending(1),
	paper: async ({ paper }) => {
		if ((await findPaper(paper)) === undefined) throw new Error("the paper is not there");
		return Promise.all([listSimilar(paper, SIMILAR).then(listSummariesOf), listComments(paper)]);
	},
	author: ({ author }) => Promise.all([findAuthor(author), readAuthorPapers(author, FIRST_PAGE)]),
	organisation: ({ org }) => Promise.all([findOrganization(org), readOrganizationPapers(org, FIRST_PAGE)]),
	"topic, most of all papers": ({ category }) => readTopic(category, FIRST_PAGE),
	"topic, most of all papers, new": ({ category }) => readTopic(category, NEW),
	"topic, some papers": ({ keyword }) => readTopic(keyword, FIRST_PAGE),
	search: ({ search: { text, order } }) => readSearchPage(parseQuery(text).query, { order, page: 1 }),
	"search, empty": () => readSearchExamples(),
	suggestions: ({ prefix }) => readSuggestions(prefix),
	"authors of late": () => listActiveAuthors(),
	"organisations of late": () => listActiveOrganizations(),
	"topics of late": () => listActiveTopics(),
	digest: ({ newest }) => readDigestPage("daily", newest),
	citation: ({ paper }) => findCitedPaper(paper),
	feed: () => ask(getFeed, "/feed.atom"),
	"feed of all days": () => ask(getFeed, "/feed.atom?window=all"),
	"feed of a topic": ({ category }) => ask(getFeed, `/feed.atom?topic=${category}`),
	"feed of what reached 20 upvotes": () => ask(getFeed, "/feed.atom?min=20"),
	"API, newest": () => ask(getDailyPapers, "/api/daily_papers"),
	"API, by date of publication": () => ask(getDailyPapers, "/api/daily_papers?sort=publishedAt"),
	"API, by a submitter": () => ask(getDailyPapers, "/api/daily_papers?submitter=Nobody"),
	"sitemap index": () => drain(getIndex()),
	"sitemap of papers": ({ day }) => askPart("papers", `${day.slice(0, 4)}${day.slice(5, 7)}.xml`),
	"sitemap of authors": () => askPart("authors", "1.xml"),
	"sitemap of topics": () => askPart("topics", "1.xml"),
	"a viewer's votes": ({ voter, listed }) => votedAmong(voter, listed),
	health: ({ now }) => readHealth(now),
};

function readWindow(kind: WindowKind, { day, now }: { day: UtcDate; now: Date }) {
	return readWindowPage(windowOf(kind, day), FIRST_PAGE, now);
}

function readTopic(slug: string, view: typeof FIRST_PAGE | typeof NEW) {
	return Promise.all([findTopic(slug), readTopicPapers(slug, view)]);
}

function ask(get: (request: Request) => Response | Promise<Response>, path: string): Promise<void> {
	return drain(get(new Request(`http://127.0.0.1${path}`)));
}

function askPart(kind: string, file: string): Promise<void> {
	return drain(getPart(new Request("http://127.0.0.1/"), { params: Promise.resolve({ kind, file }) }));
}

async function drain(answer: Response | Promise<Response>): Promise<void> {
	const response = await answer;
	await response.text();
	if (!response.ok) throw new Error(`answered ${response.status}`);
}
