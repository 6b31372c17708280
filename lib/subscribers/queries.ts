import "server-only";
import { db } from "../db/client";
import type { DigestChoicesModel } from "../db/generated/models";
import { env } from "../env";
import { type UtcDate, utcDateOf } from "../time";
import { type DigestChoices, defaultChoices } from "./choices";

/** A subscriber as the page of choices needs them. */
export type Chooser = {
	id: string;
	choices: DigestChoices;
	/** The newest of their days that has had its mail, or its word that there was none to send. */
	lastDay: UtcDate | undefined;
};

/** A confirmed subscriber with their choices, by id or by address; undefined for anybody else. */
export async function findChooser(who: { id: string } | { email: string }): Promise<Chooser | undefined> {
	const found = await db().subscriber.findUnique({
		where: { ...who, state: "confirmed" },
		select: {
			id: true,
			choices: true,
			deliveries: { select: { date: true }, orderBy: { date: "desc" }, take: 1 },
		},
	});
	if (!found) return undefined;
	const last = found.deliveries[0];
	return { id: found.id, choices: toChoices(found.choices), lastDay: last && utcDateOf(last.date) };
}

/** What a subscriber has chosen, by id. */
export async function findChoices(subscriberId: string): Promise<DigestChoices> {
	return toChoices(await db().digestChoices.findUnique({ where: { subscriberId } }));
}

/** What a row says; where there is none, what those get who have chosen nothing. */
export function toChoices(row: DigestChoicesModel | null): DigestChoices {
	if (row === null) return defaultChoices(env().DIGEST_HOUR_UTC);
	const { subscriberId: _, changedAt: __, pausedUntil, ...choices } = row;
	return { ...choices, pausedUntil: pausedUntil && utcDateOf(pausedUntil) };
}
