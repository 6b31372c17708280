import "server-only";
import { env } from "../env";
import { createFixedWindow } from "../http/fixed-window";
import { log } from "../log";

/** However many values are asked for, it is the same statement. */
const LIST = /\((\$\d+)(?:, ?\$\d+)+\)/g;
const NUMBER = /\$\d+/g;

/** Where the database is busy, all are slow: each statement's first time in a minute tells enough. */
const takeTurn = createFixedWindow({ quota: 1, seconds: 60, clients: 200 });

/**
 * Writes down a statement that took at least `SLOW_STATEMENT_MS`: its text, in which values are `$1`, `$2`, …, and never the values.
 * Each at most once a minute.
 *
 * @param statement as it was sent, with its values apart from it
 */
export function noteDuration(statement: string, milliseconds: number): void {
	const limit = env().SLOW_STATEMENT_MS;
	if (limit === 0 || milliseconds < limit) return;
	const folded = statement.replace(/\s+/g, " ").replace(LIST, "($1, …)").trim();
	if (takeTurn(folded.replace(NUMBER, "$"), performance.now()).isOver) return;
	log.warn({ milliseconds: Math.round(milliseconds), statement: folded }, "a slow statement");
}
