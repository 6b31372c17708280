import { addDays, type UtcDate } from "../time";
import type { Digest } from "./types";

/** The first of the days that a digest is made of. */
export function firstDayOf({ kind, date }: Pick<Digest, "kind" | "date">): UtcDate {
	return kind === "weekly" ? addDays(date, -6) : date;
}
