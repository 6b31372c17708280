/** In characters. The database holds the same. */
export const NOTE_MAX = 1000;

/** So many claims of one person may wait at once. */
export const OPEN_CLAIMS_MAX = 5;

/** So many a day are approved by ORCID, as names there are anybody's to choose; more wait for a curator. */
export const ORCID_APPROVALS_A_DAY = 3;

const DAY = 86_400_000;

/** Until when a refused claim can't be made again. */
export function restsUntil(refusedAt: Date): Date {
	return new Date(refusedAt.getTime() + 30 * DAY);
}

/** The instant from which on approvals by ORCID are counted. */
export function dayBefore(now: Date): Date {
	return new Date(now.getTime() - DAY);
}
