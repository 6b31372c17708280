import type { SubmitRefusal, SubmitRules } from "./types";

/** What the form says when something else than the paper stands in the way. */
export const SUBMIT_WORDS = {
	"foreign-form": "This form did not come from this site, so nothing was done. Reload the page and try again.",
	failed:
		"Our database can't be reached just now, so nothing was listed. What you typed is kept; try again in a minute.",
} as const;

/** Says why a paper is not listed, and what to do about it. */
export function sayRefusal(reason: SubmitRefusal, { maxAgeDays, dailyLimit }: SubmitRules): string {
	switch (reason) {
		case "unknown-form":
			return "This names no paper at arXiv that we can make out. Paste an id such as 2412.14093, hep-th/9901001 or arXiv:2412.14093v2, or the paper's address at arxiv.org, alphaxiv.org, huggingface.co/papers or doi.org.";
		case "unknown-paper":
			return "arXiv has no paper of this id. Check the number; a paper that was announced today may take some hours to be found.";
		case "unreachable":
			return "arXiv can't be reached just now. What you typed is kept; try again in a minute.";
		case "not-answered":
			return "arXiv would not answer for this id. Check it; if it is right, try again later.";
		case "busy":
			return "We are still looking up your last paper. Try again in some seconds.";
		case "hidden":
			return "This paper was here, and a curator took it off. It can't be submitted again.";
		case "too-old":
			return `This paper first came out more than ${countDays(maxAgeDays)} ago. This is a feed of new papers: only a curator can add it.`;
		case "limit":
			return `You have submitted ${countPapers(dailyLimit)} today, which is as many as one person can. Come back after 00:00 UTC.`;
		case "preview-is-over":
			return "It is more than an hour since this paper was looked up. Look it up again, then list it.";
		case "no-account":
			return "Your account is gone, so nothing was listed. Sign in again to have a new one.";
	}
}

/** `1 day`, `14 days` */
export function countDays(days: number): string {
	return days === 1 ? "1 day" : `${days} days`;
}

/** `1 paper`, `5 papers` */
export function countPapers(papers: number): string {
	return papers === 1 ? "1 paper" : `${papers} papers`;
}
