import "server-only";
import { isMailable } from "../digest/editions";
import { findNewestEditionBefore } from "../digest/queries";
import type { DigestKind } from "../digest/types";
import { env } from "../env";
import { addDays, startOfDay, type UtcDate, utcDateOf } from "../time";

/**
 * The edition whose digest channels get now: daily the newest closed one, weekly the last one before this week's Monday. On the day
 * after it from the site's hour on, so that the votes of the first readers still count.
 *
 * @returns undefined while there is none, or it is not yet the hour
 */
export async function findDueEdition(kind: DigestKind, now: Date): Promise<UtcDate | undefined> {
	const today = utcDateOf(now);
	const isTooEarly = now.getUTCHours() < env().DIGEST_HOUR_UTC;
	if (kind === "daily") {
		const newest = await findNewestEditionBefore(today);
		if (newest === undefined || !isMailable(newest, now)) return undefined;
		return isTooEarly && newest.date === addDays(today, -1) ? undefined : newest.date;
	}
	const monday = mondayOf(today);
	if (isTooEarly && today === monday) return undefined;
	const last = await findNewestEditionBefore(monday);
	return last && (last.isSample || last.date >= addDays(monday, -7)) ? last.date : undefined;
}

function mondayOf(day: UtcDate): UtcDate {
	return addDays(day, -((startOfDay(day).getUTCDay() + 6) % 7));
}
