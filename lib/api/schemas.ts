import { z } from "zod";

/** A whole number in a query string. */
const wholeNumber = (least: number, most: number, usual: number) =>
	z
		.string()
		.regex(/^\d{1,9}$/)
		.transform(Number)
		.pipe(z.int().min(least).max(most))
		.default(usual);

/**
 * What `GET /api/daily_papers` may be asked. Each description says what the parameter takes, in refusals too: `limit takes a
 * whole number …`. Which days and weeks there are depends on the day of asking: `readDailyPapersQuery`.
 */
export const dailyPapersParameters = z.object({
	date: z
		.string()
		.regex(/^\d{4}-\d{2}-\d{2}$/)
		.optional()
		.meta({ description: "a day as 2024-01-15, not after today (UTC)" }),
	week: z
		.string()
		.regex(/^\d{4}-W\d{2}$/)
		.optional()
		.meta({ description: "an ISO week as 2024-W03, not after this week (UTC)" }),
	month: z
		.string()
		.regex(/^\d{4}-\d{2}$/)
		.optional()
		.meta({ description: "a month as 2024-01, not after this month (UTC)" }),
	submitter: z
		.string()
		// A name that looks like a mail address is never shown, and must not be found out by asking either.
		.regex(/^[^\p{Cc}@]{1,200}$/u)
		.optional()
		.meta({ description: "a submitter's whole name as submittedBy.fullname has it, without @" }),
	sort: z
		.enum(["publishedAt", "trending"])
		.optional()
		.meta({ description: "publishedAt (newest published first) or trending (most upvoted now first)" }),
	limit: wholeNumber(1, 100, 50).meta({ description: "a whole number of papers from 1 to 100; 50 unless given" }),
	p: wholeNumber(0, 100_000, 0).meta({ description: "a whole number of the page, counted from 0" }),
});

/** What `GET /api/papers/search` may be asked. */
export const searchPapersParameters = z.object({
	q: z.string().trim().min(1).max(250).meta({
		description:
			'a text of 1 to 250 characters: words, a "phrase", author: org: topic: since: until: min: has:code, - before what must not be there; or a paper\'s id or address',
	}),
	order: z
		.enum(["relevance", "top", "new"])
		.default("relevance")
		.meta({ description: "relevance, top (most upvoted first) or new (newest listed first); relevance unless given" }),
	limit: wholeNumber(1, 120, 120).meta({ description: "a whole number of papers from 1 to 120; 120 unless given" }),
});

const instant = z.iso.datetime();
const count = z.int().min(0);

const submitter = z.object({ fullname: z.string() });

const organization = z.object({
	name: z.string().meta({ description: "its name in addresses" }),
	fullname: z.string(),
	avatar: z.string().optional(),
});

/** A paper as Hugging Face describes it. What is not known is absent. */
export const apiPaper = z.object({
	id: z.string().meta({ description: "the arXiv id without version, or a source-prefixed id" }),
	authors: z
		.array(z.object({ name: z.string(), hidden: z.literal(false) }))
		.meta({ description: "in the paper's order; empty where no names are known" }),
	publishedAt: instant.optional().meta({ description: "when the paper itself first came out" }),
	submittedOnDailyAt: instant
		.optional()
		.meta({ description: "when it came onto the list of its day; 00:00 UTC where only the day is known" }),
	submittedOnDailyBy: submitter.optional(),
	title: z.string().meta({ description: "as the source writes it, LaTeX and all" }),
	summary: z.string().meta({ description: "the abstract, as the source writes it" }),
	upvotes: count.meta({ description: "cast here and last seen at the import source, added up" }),
	projectPage: z.string().optional(),
	githubRepo: z.string().optional(),
	githubStars: count.optional(),
	ai_summary: z.string().optional(),
	ai_keywords: z.array(z.string()).optional(),
	organization: organization.optional(),
});
export type ApiPaper = z.infer<typeof apiPaper>;

/** A paper on the list of a day, as Hugging Face's lists have it. */
export const dailyPaper = z.object({
	paper: apiPaper,
	publishedAt: instant.optional().meta({ description: "as the paper's own publishedAt" }),
	title: z.string(),
	summary: z.string(),
	thumbnail: z.string().optional(),
	numComments: count.meta({ description: "last seen at the import source" }),
	submittedBy: submitter.optional(),
	organization: organization.optional(),
});
export type DailyPaper = z.infer<typeof dailyPaper>;

export const apiHealth = z.object({
	status: z.enum(["ok", "failing"]),
	database: z.enum(["ok", "unreachable"]),
	worker: z.enum(["ok", "silent", "absent", "unknown"]),
	ingest: z.enum(["ok", "failing", "absent", "unknown"]),
});

export const apiError = z.object({ error: z.string().meta({ description: "a sentence for people" }) });
