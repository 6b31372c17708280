import { toSubject } from "../mail/headers";
import type { DigestKind } from "./types";

/** Leaves room for "and 9 more papers", which mail programs would cut off anyway after a title this long. */
const SUBJECT_TITLE_MAX = 160;

/** `<top title> and 9 more papers`; a week's says so first. */
export function subjectOf(kind: DigestKind, papers: { title: string }[]): string {
	const [top, ...others] = papers;
	if (!top) return kind === "daily" ? "No new papers for you" : "No new papers for you this week";
	const title = `${kind === "daily" ? "" : "This week: "}${toSubject(top.title, SUBJECT_TITLE_MAX) || "New papers"}`;
	if (others.length === 0) return title;
	return `${title} and ${others.length} more ${others.length === 1 ? "paper" : "papers"}`;
}
