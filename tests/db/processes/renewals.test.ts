import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { noteRenewal } from "@/lib/db/page-renewals";
import { followRenewals } from "../../../scripts/site/renewals.mjs";

/** What each of two processes was told to drop, and how to have the next time fail. */
type Process = { dropped: (string[] | "everything")[]; failsOnce: boolean };

let stopping: AbortController;
let following: Promise<void>[];

beforeEach(async () => {
	await db().$executeRaw`TRUNCATE page_renewals`;
	stopping = new AbortController();
	following = [];
});
afterEach(async () => {
	stopping.abort();
	await Promise.all(following);
});

function startProcess(): Process {
	const process: Process = { dropped: [], failsOnce: false };
	const drop = async (pages: string[] | "everything") => {
		if (process.failsOnce) {
			process.failsOnce = false;
			throw new Error("the site answered 503");
		}
		process.dropped.push(pages);
	};
	following.push(followRenewals({ databaseUrl: env("DATABASE_URL"), drop, signal: stopping.signal }));
	return process;
}

function env(name: string): string {
	return process.env[name] ?? "";
}

const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 50 });

test("what one process has made out of date, all drop, once", async () => {
	const processes = [startProcess(), startProcess()];
	await noteRenewal(["/papers/2412.14093", "/papers/date/[date]/[[...view]]"]);
	for (const { dropped } of processes)
		await soon(() => expect(dropped).toEqual([["/papers/2412.14093", "/papers/date/[date]/[[...view]]"]]));
	await noteRenewal("everything");
	for (const { dropped } of processes) await soon(() => expect(dropped).toEqual([expect.anything(), "everything"]));
});

test("what could not be dropped is dropped at the next look, and of too much everything", async () => {
	const process = startProcess();
	process.failsOnce = true;
	await noteRenewal(["/papers/2412.14093"]);
	await soon(() => expect(process.dropped).toEqual([["/papers/2412.14093"]]));
	await noteRenewal(Array.from({ length: 1001 }, (_, nth) => `/papers/2606.${10_000 + nth}`));
	await soon(() => expect(process.dropped.at(-1)).toBe("everything"));
});

test("what was noted first and committed last is not missed", async () => {
	const process = startProcess();
	const slow = new pg.Client({ connectionString: env("DATABASE_URL") });
	await slow.connect();
	await slow.query("BEGIN");
	await slow.query("INSERT INTO page_renewals (pages) VALUES ('{/papers/slow}')");
	await noteRenewal(["/papers/quick"]);
	await soon(() => expect(process.dropped).toEqual([["/papers/quick"]]));
	await slow.query("COMMIT");
	await soon(() => expect(process.dropped).toEqual([["/papers/quick"], ["/papers/slow"]]));
	await slow.end();
});

test("a broken connection is replaced, and what came meanwhile is dropped", async () => {
	const process = startProcess();
	await noteRenewal(["/papers/before"]);
	await soon(() => expect(process.dropped).toHaveLength(1));
	await db().$queryRaw`
		SELECT pg_terminate_backend(pid) FROM pg_stat_activity
		WHERE application_name = 'broadsheet pages' AND datname = current_database()`;
	await noteRenewal(["/papers/after"]);
	await soon(() => expect(process.dropped.at(-1)).toEqual(["/papers/after"]));
});

test("rows are forgotten after an hour", async () => {
	await db()
		.$executeRaw`INSERT INTO page_renewals (pages, asked_at) VALUES ('{/papers/old}', now() - interval '61 minutes')`;
	await noteRenewal(["/papers/new"]);
	expect(await db().pageRenewal.findMany({ select: { pages: true } })).toEqual([{ pages: ["/papers/new"] }]);
});
