import type { UtcDate } from "../time";

export const RHYTHMS = ["daily", "weekdays", "weekly"] as const;

type Rhythm = (typeof RHYTHMS)[number];

/** When a subscriber's mail is due, on the clock of their time zone. */
export type Schedule = {
	rhythm: Rhythm;
	/** Of a weekly digest: 1 is Monday, 7 is Sunday. */
	weekday: number;
	/** 0 to 23. */
	hour: number;
	/** IANA name. */
	timeZone: string;
	/** The day on which mails come again. */
	pausedUntil: UtcDate | null;
};

/** What a subscriber has chosen. */
export type DigestChoices = Schedule & {
	/** How many papers at most. */
	papers: number;
	minUpvotes: number;
	/** What a paper has at least one of, if there is any, and what it has none of: each as `parseCriterion` reads it. */
	include: string[];
	exclude: string[];
	/** Whether new papers of what the account of the same address follows come as well. */
	withFollows: boolean;
	/** Of dates: one of `DATE_LANGUAGES`. */
	language: string;
	/** Whether a mail comes when there is nothing to tell. */
	evenIfEmpty: boolean;
};

export const PAPERS_LEAST = 5;
export const PAPERS_MOST = 25;

/** A morning's hour, for those of whom only the time zone is known. */
export const MORNING_HOUR = 8;

/** Those in which dates can be written, by their own names. */
export const DATE_LANGUAGES = {
	"en-US": "English (US)",
	"en-GB": "English (UK)",
	"zh-CN": "中文",
	nl: "Nederlands",
	fr: "Français",
	de: "Deutsch",
	it: "Italiano",
	ja: "日本語",
	ko: "한국어",
	pl: "Polski",
	"pt-BR": "Português",
	es: "Español",
} as const;

/**
 * What those get who have chosen nothing.
 *
 * @param hourUtc the site's
 */
export function defaultChoices(hourUtc: number): DigestChoices {
	return {
		rhythm: "daily",
		weekday: 1,
		hour: hourUtc,
		timeZone: "UTC",
		pausedUntil: null,
		papers: 10,
		minUpvotes: 0,
		include: [],
		exclude: [],
		withFollows: true,
		language: "en-US",
		evenIfEmpty: false,
	};
}

/** Choices as the fields of their form: a box that is not ticked has none. */
export type ChoiceFields = Partial<Record<keyof DigestChoices, string>>;

export function toFields({
	include,
	exclude,
	pausedUntil,
	withFollows,
	evenIfEmpty,
	...others
}: DigestChoices): ChoiceFields {
	return {
		...Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)])),
		include: include.join("\n"),
		exclude: exclude.join("\n"),
		pausedUntil: pausedUntil ?? "",
		...(withFollows && { withFollows: "on" }),
		...(evenIfEmpty && { evenIfEmpty: "on" }),
	};
}
