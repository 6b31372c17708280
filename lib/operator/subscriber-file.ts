import "server-only";
import { z } from "zod";
import { isCurator } from "../accounts/queries";
import { db } from "../db/client";
import { done, type Result, refused } from "../result";
import type { DigestChoices } from "../subscribers/choices";
import { toChoices } from "../subscribers/queries";
import { describeSchedule } from "../subscribers/schedule";
import { formatLongDate, utcDateOf } from "../time";
import type { OperateRefusal, SubscriberFile } from "./types";

/** Two months of a daily mail. */
const DELIVERIES_SHOWN = 60;

/** The id of whoever subscribes, or did, with an address. */
export async function findSubscriberId(userId: string, email: string): Promise<Result<string, OperateRefusal>> {
	if (!(await isCurator(userId))) return refused("not-a-curator");
	const found = await db().subscriber.findUnique({ where: { email }, select: { id: true } });
	return found ? done(found.id) : refused("unknown-subscriber");
}

/** A subscriber and what was sent to them; undefined where there is none, and for whoever is no curator. */
export async function findSubscriberFile(userId: string, id: string): Promise<SubscriberFile | undefined> {
	if (!z.uuid().safeParse(id).success || !(await isCurator(userId))) return undefined;
	const found = await db().subscriber.findUnique({
		where: { id },
		include: {
			choices: true,
			deliveries: {
				select: {
					id: true,
					kind: true,
					date: true,
					state: true,
					reason: true,
					settledAt: true,
					eventState: true,
					resentAt: true,
				},
				orderBy: { date: "desc" },
				take: DELIVERIES_SHOWN,
			},
		},
	});
	if (found === null) return undefined;
	const { email, consentAt, consentSource, importId: _, choices, deliveries, ...subscriber } = found;
	return {
		...subscriber,
		maskedAddress: email.replace(/(?<=^.).*(?=@)/, "…"),
		consent: consentAt && consentSource ? { at: consentAt, source: consentSource } : null,
		choices: describeChoices(toChoices(choices)),
		deliveries: deliveries.map(({ date, ...delivery }) => ({ ...delivery, date: utcDateOf(date) })),
	};
}

function describeChoices(choices: DigestChoices): string[] {
	const { papers, minUpvotes, include, exclude, withFollows, language, evenIfEmpty, pausedUntil } = choices;
	return [
		describeSchedule(choices),
		...(pausedUntil ? [`Paused until ${formatLongDate(pausedUntil)}`] : []),
		`Up to ${papers} papers${minUpvotes > 0 ? ` with ${minUpvotes} upvotes or more` : ""}`,
		...(include.length > 0 ? [`Only with one of: ${include.join("; ")}`] : []),
		...(exclude.length > 0 ? [`None with: ${exclude.join("; ")}`] : []),
		withFollows ? "What they follow comes as well" : "Without what they follow",
		evenIfEmpty ? "A mail comes when there is nothing new, too" : "No mail when there is nothing new",
		`Dates in ${language}`,
	];
}
