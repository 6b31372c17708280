import { z } from "zod";
import { parseArxivReference } from "../normalise/arxiv-reference";
import { parseInstant, parseListingTime } from "../normalise/dates";
import { parseGithubRepo } from "../normalise/github";
import { readAs } from "../normalise/schema";
import { cleanNames, cleanText } from "../normalise/text";
import { parseWebAddress } from "../normalise/urls";

/** Addresses of pictures are sometimes relative to it. */
const SITE = "https://huggingface.co";
const LONGEST_TITLE = 2_000;
const LONGEST_ABSTRACT = 50_000;
const MOST_KEYWORDS = 50;

/** A field that a paper can do without: absent, null or unusable, it counts as not there. */
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

const text = (longest: number) =>
	z.string().transform(cleanText).pipe(z.string().min(1, "is empty").max(longest, "is too long"));
/** As far as the database counts. */
const count = z.int32().nonnegative();
const address = optional(readAs((value) => parseWebAddress(value, SITE), "is no web address"));
const instant = optional(readAs(parseInstant, "is no time"));
const named = z.object({ name: optional(text(200)), fullname: optional(text(200)), user: optional(text(200)) });
const author = z.object({ name: z.string().catch("") });
const organization = z.object({ name: text(200), fullname: optional(text(300)), avatar: address });
const authors = z
	.array(author)
	.transform((list) => cleanNames(list.map(({ name }) => name)))
	.pipe(z.array(z.string()).min(1, "names nobody"));

const paper = z.object({
	id: readAs((id) => parseArxivReference(id)?.id, "is no arXiv id"),
	title: text(LONGEST_TITLE),
	summary: text(LONGEST_ABSTRACT),
	authors,
	publishedAt: instant,
	submittedOnDailyAt: optional(readAs(parseListingTime, "is no time")),
	submittedOnDailyBy: optional(named),
	upvotes: optional(count),
	organization: optional(organization),
	githubRepo: optional(readAs(parseGithubRepo, "is no repository")),
	githubStars: optional(count),
	projectPage: optional(readAs((value) => parseWebAddress(value), "is no web address")),
	ai_summary: optional(text(5_000)),
	ai_keywords: optional(z.array(text(200).catch(""))),
});

const archive = z.object({ listedOn: optional(readAs(parseListingTime, "is no day")), capturedAt: instant });

/**
 * One item of `GET /api/daily_papers`, cleaned, in every shape that it has had since 2024
 * (https://huggingface.co/docs/hub/api; the shapes themselves are known from kept answers only). The item's own `publishedAt` is not
 * read: it was the day of listing until March 2025, and is the paper's date less some hours since.
 */
export const huggingFaceItem = z.object({
	paper,
	submittedBy: optional(named),
	numComments: optional(count),
	organization: optional(organization),
	thumbnail: address,
	/** Where the thumbnail's address stood in 2024. */
	mediaUrl: address,
	/** What a keeper of answers noted beside them; never in an answer itself. */
	_archive: optional(archive),
});

export type HuggingFaceItem = z.infer<typeof huggingFaceItem>;

/** The keywords without repetitions and empty ones; undefined if none is left. */
export function keywordsOf(item: HuggingFaceItem): string[] | undefined {
	const keywords = [...new Set(item.paper.ai_keywords)].filter((keyword) => keyword !== "");
	return keywords.length === 0 ? undefined : keywords.slice(0, MOST_KEYWORDS);
}

/** The name under which the submitter goes, the handle where there is none. */
export function submitterOf(item: HuggingFaceItem): string | undefined {
	const people = [item.paper.submittedOnDailyBy, item.submittedBy];
	return people.map((person) => person?.fullname ?? person?.user ?? person?.name).find((name) => name !== undefined);
}
