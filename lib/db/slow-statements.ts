import "server-only";
import { env } from "../env";
import { log } from "../log";

/**
 * Writes down a statement that took at least `SLOW_STATEMENT_MS`: its text, in which values are `$1`, `$2`, …, and never the values.
 *
 * @param statement as it was sent, with its values apart from it
 */
export function noteDuration(statement: string, milliseconds: number): void {
	const limit = env().SLOW_STATEMENT_MS;
	if (limit === 0 || milliseconds < limit) return;
	const folded = statement.replace(/\s+/g, " ").trim();
	log.warn({ milliseconds: Math.round(milliseconds), statement: folded }, "a slow statement");
}
