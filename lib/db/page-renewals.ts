import "server-only";
import { withSession } from "./session";

/** Forgets in passing what is an hour old, which is far longer than anybody takes to look. */
const NOTE = `
	WITH over AS (DELETE FROM page_renewals WHERE asked_at < now() - interval '1 hour')
	INSERT INTO page_renewals (pages) VALUES ($1)`;

/**
 * Tells every process that keeps pages which of them are out of date: each drops them within seconds (scripts/site/renewals.mjs).
 * To be called once the change is committed, as who looks earlier would keep what was.
 *
 * @param pages as `renewPages` takes them
 */
export async function noteRenewal(pages: readonly string[] | "everything"): Promise<void> {
	if (pages.length === 0) return;
	// Not over Prisma's pool, which would keep a script from ending for as long as it keeps a connection.
	await withSession((session) => session.query(NOTE, [pages === "everything" ? [] : pages]));
}
