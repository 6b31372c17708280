import "server-only";
import { env } from "../env";
import { daysBetween, utcDateOf } from "../time";
import type { SubmitRules } from "./types";

/** What this host's settings let readers submit. */
export function submitRules(): SubmitRules {
	const { SUBMIT_MAX_AGE_DAYS, SUBMIT_DAILY_LIMIT } = env();
	return { maxAgeDays: SUBMIT_MAX_AGE_DAYS, dailyLimit: SUBMIT_DAILY_LIMIT };
}

/** Whether a paper is too old for readers to submit: by UTC days since its first version, so that it is the same all day. */
export function isTooOld(publishedAt: Date, now: Date): boolean {
	return daysBetween(utcDateOf(publishedAt), utcDateOf(now)) > submitRules().maxAgeDays;
}
