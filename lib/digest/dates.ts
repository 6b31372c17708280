import { daysBetween, startOfDay, type UtcDate } from "../time";
import { firstDayOf } from "./days";
import type { Digest, RisenPaper } from "./types";

type DigestDays = Pick<Digest, "kind" | "date">;

/** `Monday, June 8, 2026`; of a week `June 2 – 8, 2026`. As the language writes it. */
export function formatDays(digest: DigestDays, language: string): string {
	const day = { timeZone: "UTC", month: "long", day: "numeric", year: "numeric" } as const;
	const last = startOfDay(digest.date);
	if (digest.kind === "daily") return new Intl.DateTimeFormat(language, { weekday: "long", ...day }).format(last);
	const range = new Intl.DateTimeFormat(language, day).formatRange(startOfDay(firstDayOf(digest)), last);
	// Its thin spaces differ between versions of the tables that it reads.
	return range.replace(/\s/g, " ");
}

/** `+41 upvotes since yesterday's mail`: what a paper of the digest before one has gained. */
export function sayGain({ gained, since }: Pick<RisenPaper, "gained" | "since">, { kind, date }: DigestDays): string {
	return `+${gained} upvotes since ${kind === "daily" ? nameDaily(since, date) : nameWeekly(since, date)}`;
}

function nameDaily(before: UtcDate, date: UtcDate): string {
	return daysBetween(before, date) === 1 ? "yesterday's mail" : "the last mail";
}

function nameWeekly(before: UtcDate, date: UtcDate): string {
	return daysBetween(before, date) === 7 ? "last week's mail" : "an earlier week's mail";
}
