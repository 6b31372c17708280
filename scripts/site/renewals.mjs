import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** @typedef {string[] | "everything"} Pages as lib/http/renew-pages.ts has them */

/** Between two looks. */
const PAUSE_MS = 1_000;

/** Rows are kept for an hour (lib/db/page-renewals.ts): who could not look for half of it may have missed some. */
const BEHIND_MS = 30 * 60_000;

/** All that there are, and the pages of those that have not been seen. */
const LOOK = "SELECT id, CASE WHEN id <> ALL($1::bigint[]) THEN pages END AS pages FROM page_renewals";

/** Above this, letting all pages renew themselves costs less; `/api/internal/revalidate` takes no more. */
const PAGES_MAX = 1_000;

const TIMEOUT_MS = 5_000;

/**
 * Drops from this process's cache what any process has made out of date, until the signal. Looks into the database rather than
 * listening to it, which works through a pooler too and misses nothing while a connection is down.
 * @param {{ databaseUrl: string, drop(pages: Pages): Promise<void>, signal: AbortSignal }} how `drop` throws when it could not
 */
export async function followRenewals({ databaseUrl, drop, signal }) {
	const settings = {
		connectionTimeoutMillis: TIMEOUT_MS,
		query_timeout: TIMEOUT_MS,
		application_name: "broadsheet pages",
	};
	const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, ...settings });
	// The next look opens another connection.
	pool.on("error", () => undefined);
	// Nothing is kept at the start, so nothing is missing.
	let lookedAt = performance.now();
	/** All ids, not the highest: rows come to be seen in the order of their commits. @type {string[]} */
	let seen = [];
	while (!signal.aborted) {
		try {
			const begun = performance.now();
			const { rows } = await pool.query(LOOK, [seen]);
			const fresh = rows.flatMap(({ pages }) => (pages === null ? [] : [pages]));
			if (begun - lookedAt > BEHIND_MS) await drop("everything");
			else if (fresh.length > 0) await drop(allOf(fresh));
			seen = rows.map(({ id }) => id);
			lookedAt = begun;
		} catch {
			// The database or the site does not answer, as /api/health says: looked at again.
		}
		await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
	}
	await pool.end();
}

/** @param {string[][]} renewals the pages of each; none for all @returns {Pages} */
function allOf(renewals) {
	const pages = [...new Set(renewals.flat())];
	return pages.length > PAGES_MAX || renewals.some((some) => some.length === 0) ? "everything" : pages;
}

/**
 * @param {string} url the site's own, on this machine
 * @param {string} secret CRON_SECRET
 * @returns {(pages: Pages) => Promise<void>} what drops pages there: Next does so only for who asks it by a request
 */
export function dropPagesAt(url, secret) {
	return async (paths) => {
		const answer = await fetch(new URL("/api/internal/revalidate", url), {
			method: "POST",
			headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
			body: JSON.stringify({ paths }),
			redirect: "error",
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		await answer.body?.cancel();
		if (!answer.ok) throw new Error(`the site answered ${answer.status}`);
	};
}
