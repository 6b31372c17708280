import type { Rate } from "./types";

/** In characters. The database holds the same. */
export const BODY_MAX = 10_000;

/** What a comment may become as HTML, in characters: some signs make much markup. */
export const HTML_MAX = 30_000;

export const REASON_MAX = 500;

export const EDIT_MINUTES = 15;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The same text at the same place within this time is one press too many, not another comment. */
export const SAME_TEXT_MS = MINUTE;

const FEW_FOR_NEW: Rate = { times: 5, milliseconds: DAY };
const COMMENT_RATES: readonly Rate[] = [
	{ times: 10, milliseconds: 10 * MINUTE },
	{ times: 50, milliseconds: DAY },
];

export const REPORT_RATE: Rate = { times: 20, milliseconds: DAY };

/** How many comments an account may write in which time; one that is younger than a day writes few. */
export function commentRates(accountSince: Date, now: Date): readonly Rate[] {
	return now.getTime() - accountSince.getTime() < DAY ? [FEW_FOR_NEW, ...COMMENT_RATES] : COMMENT_RATES;
}

/** Whether a comment may still be changed by who wrote it. Deleting it is possible at any time. */
export function isEditable(writtenAt: Date, now: Date): boolean {
	return now.getTime() - writtenAt.getTime() < EDIT_MINUTES * MINUTE;
}
