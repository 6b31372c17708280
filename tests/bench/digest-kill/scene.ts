import { addDays, startOfDay, utcDateOf } from "@/lib/time";

const PAPERS = 12;

/** Adds an edition of yesterday, and confirmed subscribers who have chosen nothing: the first mail is theirs at once. */
export async function addScene(emails: string[]): Promise<void> {
	const { db } = await import("@/lib/db/client");
	const date = startOfDay(addDays(utcDateOf(new Date()), -1));
	await db().edition.create({ data: { date } });
	await db().paper.createMany({
		data: Array.from({ length: PAPERS }, (_, nth) => ({
			id: `2606.${10_000 + nth}`,
			title: `The ${nth}th of a dozen papers`,
			abstract: "What was asked, what was done, and what came of it, in some sentences.",
			importSource: "file" as const,
			importedUpvotes: 100 - nth,
			editionDate: date,
			listedAt: date,
		})),
	});
	await db().subscriber.createMany({
		data: emails.map((email) => ({ email, state: "confirmed" as const, confirmedAt: new Date() })),
	});
}
