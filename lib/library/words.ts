import type { LibraryRefusal } from "./types";

/** Most papers that one person can save, and most lists that they can make of them. */
export const SAVES_MAX = 10_000;
export const LISTS_MAX = 100;

/** What the library says when it can't do what it was asked. */
export const LIBRARY_WORDS: Record<
	LibraryRefusal | "signed-out" | "foreign-form" | "no-name" | "no-form" | "failed",
	string
> = {
	"unknown-paper": "There is no such paper here.",
	"too-many-saves": `A library holds ${SAVES_MAX.toLocaleString("en-US")} papers, and yours is full. Remove some to save others.`,
	"too-many-lists": `There can be ${LISTS_MAX} lists. Delete one to make another.`,
	"name-taken": "You have a list of this name already.",
	"no-such-list": "There is no such list of yours.",
	"nothing-chosen": "Choose the papers first: each has a box under it.",
	"signed-out": "You are no longer signed in, so nothing was changed. Sign in and try again.",
	"foreign-form": "This form did not come from this site, so nothing was changed. Reload the page and try again.",
	"no-name": "Give the list a name of up to 80 characters.",
	"no-form": "This form could not be read, so nothing was changed. Reload the page and try again.",
	failed: "Nothing was changed: our database can't be reached just now. Try again in a minute.",
};

/** `1 paper`, `12 papers` */
export function countPapers(papers: number): string {
	return papers === 1 ? "1 paper" : `${papers.toLocaleString("en-US")} papers`;
}
