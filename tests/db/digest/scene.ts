import { db } from "@/lib/db/client";
import { type DigestChoices, defaultChoices } from "@/lib/subscribers/choices";
import { startOfDay, type UtcDate } from "@/lib/time";
import { FakeResend } from "@/tests/fakes/resend";

export const LONG_AGO = new Date("2020-01-01T00:00:00Z");

/** Points the app at a fake Resend. Before anything of it reads its settings. */
export async function startResend(): Promise<FakeResend> {
	const resend = new FakeResend();
	process.env.RESEND_BASE_URL = await resend.start();
	process.env.RESEND_API_KEY = FakeResend.apiKey;
	process.env.MAIL_FROM = "Broadsheet <digest@example.org>";
	return resend;
}

/** An edition with papers, the first of which has most upvotes. */
export async function addEdition(date: UtcDate, { isSample = false, papers = 12 } = {}): Promise<void> {
	const day = startOfDay(date);
	await db().edition.create({ data: { date: day, isSample } });
	await db().paper.createMany({
		data: Array.from({ length: papers }, (_, index) => ({
			id: `${date.slice(2, 4)}${date.slice(5, 7)}.${date.slice(8)}${String(index).padStart(3, "0")}`,
			title: `Paper ${index} of ${date}`,
			abstract: `Abstract ${index}. ${"More words. ".repeat(40)}`,
			authorCount: 4,
			editionDate: day,
			listedAt: new Date(day.getTime() + index * 60_000),
			importedUpvotes: 100 - index,
			importSource: "file" as const,
		})),
	});
}

/** Confirmed subscribers `reader1@example.org` and so on. */
export async function addSubscribers(count: number): Promise<string[]> {
	const emails = Array.from({ length: count }, (_, index) => `reader${index + 1}@example.org`);
	await db().subscriber.createMany({
		data: emails.map((email) => ({ email, state: "confirmed" as const, confirmedAt: new Date() })),
	});
	return emails;
}

/** One confirmed subscriber with choices of theirs, which they have had for ever. */
export async function addChooser(email: string, chosen: Partial<DigestChoices> = {}): Promise<string> {
	const { pausedUntil, ...choices } = { ...defaultChoices(6), ...chosen };
	const subscriber = await db().subscriber.create({
		data: {
			email,
			state: "confirmed",
			confirmedAt: LONG_AGO,
			choices: { create: { ...choices, pausedUntil: pausedUntil && startOfDay(pausedUntil), changedAt: LONG_AGO } },
		},
	});
	return subscriber.id;
}

/** Empties what digests are made of. */
export async function clear(): Promise<void> {
	await db().$executeRaw`
		TRUNCATE deliveries, delivery_batches, digest_selections, digests, digest_choices, subscribers, papers, editions,
			cooldowns, heartbeats, digest_runs, digest_stops, subscriber_imports CASCADE`;
}

/** How many deliveries are in each state. */
export async function countStates(): Promise<Record<string, number>> {
	const groups = await db().delivery.groupBy({ by: ["state"], _count: true });
	return Object.fromEntries(groups.map((group) => [group.state, group._count]));
}

/** Makes the leases of a process that died lapse now. */
export async function lapseLeases(): Promise<void> {
	await db().$executeRaw`UPDATE delivery_batches SET leased_until = now() WHERE leased_until IS NOT NULL`;
}
