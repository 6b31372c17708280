import type { UtcDate } from "../../time";
import type { IngestedPaper } from "../types";
import { type HuggingFaceItem, huggingFaceItem, keywordsOf, submitterOf } from "./huggingface-item";
import type { Reading } from "./types";

/** What is known of an item from where it was found. */
export type ItemContext = {
	/** Its place there, for a problem: `line 17`. */
	where: string;
	/** The day whose list was asked for. */
	askedFor?: UtcDate;
	/** When the item was captured, unless it says so itself. */
	capturedAt: Date;
};

/** Reads one item of a Hugging Face list. The problem names the field and what is wrong with it, never its content. */
export function readHuggingFaceItem(raw: unknown, context: ItemContext): Reading<IngestedPaper> {
	const parsed = huggingFaceItem.safeParse(raw);
	if (parsed.success) return { ok: true, value: toPaper(parsed.data, context) };
	const [issue] = parsed.error.issues;
	const field = issue?.path.join(".");
	return { ok: false, problem: { where: context.where, reason: `${field || "the item"}: ${issue?.message}` } };
}

function toPaper(item: HuggingFaceItem, context: ItemContext): IngestedPaper {
	const { paper } = item;
	const organization = paper.organization ?? item.organization;
	const thumbnailUrl = item.thumbnail ?? item.mediaUrl;
	const keywords = keywordsOf(item);
	const listing = listingOf(item, context.askedFor);
	return {
		id: paper.id,
		title: paper.title,
		abstract: paper.summary,
		authors: paper.authors,
		...(paper.publishedAt && { publishedAt: paper.publishedAt }),
		...(listing && { listing }),
		...(paper.upvotes !== undefined && {
			counts: {
				upvotes: paper.upvotes,
				comments: item.numComments ?? 0,
				capturedAt: item._archive?.capturedAt ?? context.capturedAt,
			},
		}),
		...(organization && {
			organization: {
				slug: organization.name,
				name: organization.fullname ?? organization.name,
				...(organization.avatar !== undefined && { logoUrl: organization.avatar }),
			},
		}),
		...(paper.githubRepo !== undefined && { githubRepo: paper.githubRepo }),
		...(paper.githubStars !== undefined && { githubStars: paper.githubStars }),
		...(paper.projectPage !== undefined && { projectPage: paper.projectPage }),
		...(paper.ai_summary !== undefined && { aiSummary: { text: paper.ai_summary } }),
		...(keywords && { keywords }),
		...(thumbnailUrl !== undefined && { thumbnailUrl }),
	};
}

/**
 * The day on whose list the item stands. A kept answer's note is of the list itself; after it, what the item says of its listing
 * holds more than the day that we asked for, lest a source that answers with another day's list moves it here.
 */
function listingOf(item: HuggingFaceItem, askedFor: UtcDate | undefined): IngestedPaper["listing"] {
	const submitted = item.paper.submittedOnDailyAt;
	const date = item._archive?.listedOn?.date ?? submitted?.date ?? askedFor;
	if (date === undefined) return undefined;
	const listedAt = submitted?.date === date ? submitted.listedAt : undefined;
	const submittedBy = submitterOf(item);
	return { date, ...(listedAt && { listedAt }), ...(submittedBy !== undefined && { submittedBy }) };
}
