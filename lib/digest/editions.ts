import { daysBetween, type UtcDate, utcDateOf } from "../time";

/** News of the day stays news over a weekend. */
const MAILED_FOR_DAYS = 3;

/** An edition is closed once its UTC day has ended: nothing is added to it any more. */
function isClosed(edition: UtcDate, now: Date): boolean {
	return edition < utcDateOf(now);
}

type DatedEdition = { date: UtcDate; isSample: boolean };

/** Whether an edition has become too old to be mailed. The sample edition never does: it is there to be tried out. */
export function isTooOld(edition: DatedEdition, now: Date): boolean {
	return !edition.isSample && daysBetween(edition.date, utcDateOf(now)) > MAILED_FOR_DAYS;
}

/** Whether an edition may be mailed now. */
export function isMailable(edition: DatedEdition, now: Date): boolean {
	return isClosed(edition.date, now) && !isTooOld(edition, now);
}
