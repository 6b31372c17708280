import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { retrying } from "../db/retry";

/** Keys of networks are compared within 24 hours; a day more is slack for clocks. */
const NETWORKS_KEPT_MS = 2 * 86_400_000;

const agedRows = z.tuple([z.object({ aged: z.number() })]);

/**
 * Lets young votes count whose voter's account has become old enough, with a confirmed address; a trigger derives Rising. And
 * forgets the networks of votes after two days. Running it again, or twice at once, changes nothing more.
 *
 * @param limit votes at most, whose papers are locked meanwhile; the next run goes on
 * @returns how many votes count now, and how many networks were forgotten
 */
export async function ageVotes({
	now,
	limit,
}: {
	now: Date;
	limit: number;
}): Promise<{ aged: number; forgotten: number }> {
	const rows = await retrying(() => db().$queryRaw`SELECT age_votes(${now}::timestamptz, ${limit}::int) AS aged`);
	const [{ aged }] = agedRows.parse(rows);
	const forgotten = await db().voteNetwork.deleteMany({
		where: { at: { lt: new Date(now.getTime() - NETWORKS_KEPT_MS) } },
	});
	return { aged, forgotten: forgotten.count };
}
