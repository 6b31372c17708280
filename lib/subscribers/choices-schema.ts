import { z } from "zod";
import { parseUtcDate } from "../time";
import { DATE_LANGUAGES, type DigestChoices, PAPERS_LEAST, PAPERS_MOST, RHYTHMS } from "./choices";
import { isTimeZone } from "./time-zones";

const CRITERIA_MAX = 50;
const CRITERION_CHARACTERS_MAX = 100;
/** Whoever pauses for longer has forgotten it by then. */
const PAUSE_YEARS_MAX = 5;

const number = (least: number, most: number, sentence: string) =>
	z.coerce.number(sentence).int(sentence).min(least, sentence).max(most, sentence);

/** One a line; those without a letter or digit say nothing. */
const criteria = z
	.string()
	.default("")
	.transform((text) => [...new Set(text.split(/\r?\n/).map((line) => line.replaceAll("\0", "").trim()))])
	.transform((lines) => lines.filter((line) => /[\p{L}\p{N}]/u.test(line)))
	.refine((lines) => lines.length <= CRITERIA_MAX, `Up to ${CRITERIA_MAX} lines each, please.`)
	.refine(
		(lines) => lines.every((line) => line.length <= CRITERION_CHARACTERS_MAX),
		`Each line can have ${CRITERION_CHARACTERS_MAX} characters.`,
	);

/** A box that is not ticked sends nothing. */
const tick = z
	.string()
	.optional()
	.transform((value) => value !== undefined);

const pausedUntil = z
	.string()
	.default("")
	.transform((text) => (text === "" ? null : parseUtcDate(text)))
	.refine((date) => date !== undefined, "Choose a day from the calendar, such as 2026-07-01.")
	.refine(
		(date) => !date || Number(date.slice(0, 4)) <= new Date().getUTCFullYear() + PAUSE_YEARS_MAX,
		`A pause can last ${PAUSE_YEARS_MAX} years.`,
	)
	.transform((date) => date ?? null);

const form = z.object({
	rhythm: z.enum(RHYTHMS, "Choose how often the mail comes."),
	weekday: number(1, 7, "Choose a day of the week."),
	hour: number(0, 23, "Choose an hour."),
	timeZone: z.string().refine(isTimeZone, "Choose a time zone from the list."),
	pausedUntil,
	papers: number(PAPERS_LEAST, PAPERS_MOST, `Choose ${PAPERS_LEAST} to ${PAPERS_MOST} papers.`),
	minUpvotes: number(0, 1_000_000, "Upvotes are a whole number from 0."),
	include: criteria,
	exclude: criteria,
	withFollows: tick,
	language: z.enum(Object.keys(DATE_LANGUAGES) as [string, ...string[]], "Choose a language from the list."),
	evenIfEmpty: tick,
});

/** The form of choices as it is sent. */
export const choicesForm: z.ZodType<DigestChoices> = form;

/** The fields that are typed. The others are chosen from what there is, and wrong only where somebody else has made the form. */
export const typedChoice = form
	.pick({ pausedUntil: true, papers: true, minUpvotes: true, include: true, exclude: true })
	.keyof();

/** What the browser's script says of its time zone on the form that subscribes; nothing where it says nothing of use. */
export const guessedTimeZone = z.string().refine(isTimeZone).optional().catch(undefined);
