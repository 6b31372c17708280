import "server-only";
import { formatDays } from "../digest/dates";
import { subjectOf } from "../digest/subject";
import type { Digest } from "../digest/types";
import { linkTo } from "../mail/links";

/** A digest in the words in which channels get it, not yet escaped for any. */
export type Announcement = {
	heading: string;
	subject: string;
	/** The page of the digest. */
	url: string;
	papers: AnnouncedPaper[];
	/** Papers of the digest that are not among these. */
	more: number;
};

type AnnouncedPaper = {
	rank: number;
	id: string;
	title: string;
	/** Who it is by, and its upvotes. */
	facts: string;
	summary: string;
	url: string;
};

/** @param count papers at most, the top ones */
export function announce(digest: Digest, count: number): Announcement {
	const papers = digest.papers.slice(0, count).map(({ id, title, by, upvotes, summary }, index) => ({
		rank: index + 1,
		id,
		title,
		facts: [by, upvotes === 1 ? "1 upvote" : `${upvotes} upvotes`].filter((fact) => fact !== null).join(" · "),
		summary,
		url: linkTo(`/papers/${id}`),
	}));
	return {
		heading: `${digest.isSample ? "Sample: papers" : "Papers"} of ${formatDays(digest, "en-US")}`,
		subject: subjectOf(digest.kind, digest.papers),
		url: linkTo(digest.kind === "daily" ? `/papers/date/${digest.date}` : `/digests/weekly/${digest.date}`),
		papers,
		more: digest.papers.length - papers.length,
	};
}
