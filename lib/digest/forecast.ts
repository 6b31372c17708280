import "server-only";
import { db } from "../db/client";
import { toChoices } from "../subscribers/queries";
import { utcDateOf } from "../time";
import { foreseeDigest } from "./compose";
import { prepareContents } from "./contents";
import { listDue } from "./due";
import { isMailable } from "./editions";
import { findNewestEditionBefore } from "./queries";
import { papersOf } from "./select";
import { listSent } from "./sent";
import { subjectOf } from "./subject";
import type { DigestKind } from "./types";

/** Subscribers whose mails are put together at once. */
const CHUNK = 500;

/** What would go out, and to how many; without a subject: to whom nothing would. */
export type Forecast = { kind: DigestKind; subject: string | undefined; papers: number; recipients: number }[];

/** What a run would plan and send, with most recipients first. Changes nothing. What is too late is left out. */
export async function forecastDigest(now: Date): Promise<Forecast> {
	const newest = await findNewestEditionBefore(utcDateOf(now));
	if (!newest) return [];
	const due = (await listDue(now)).filter(({ isLate }) => !isLate);
	const counts = new Map<string, Forecast[number]>();
	for (const kind of ["daily", "weekly"] as const) {
		const ids = due.filter((one) => one.kind === kind).map(({ id }) => id);
		if (ids.length === 0) continue;
		const foreseen = await foreseeDigest(kind, newest);
		const digest = isMailable(newest, now) ? foreseen : { ...foreseen, papers: [], risen: [] };
		const giveContents = prepareContents(digest, listSent);
		for (let first = 0; first < ids.length; first += CHUNK) {
			const rows = await db().subscriber.findMany({
				where: { id: { in: ids.slice(first, first + CHUNK) } },
				select: { id: true, choices: true },
			});
			const recipients = rows.map(({ id, choices }) => ({ id, choices: toChoices(choices) }));
			for (const content of await giveContents(recipients)) {
				const all = content && papersOf(digest, content);
				const papers = all ? [...all.papers, ...all.matches] : [];
				const subject = all && subjectOf(kind, papers);
				const key = JSON.stringify([kind, subject, papers.length]);
				const counted = counts.get(key) ?? { kind, subject, papers: papers.length, recipients: 0 };
				counts.set(key, { ...counted, recipients: counted.recipients + 1 });
			}
		}
	}
	return [...counts.values()].sort((one, other) => other.recipients - one.recipients);
}
