import { afterAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { findPoolerFault } from "@/lib/db/pooler";
import { withSession } from "@/lib/db/session";
import { runDigest } from "@/lib/digest/run";
import { setVote } from "@/lib/votes/mutations";
import { addPaper, addUsers } from "../votes/voters";
import { startPgBouncer } from "./pgbouncer";

const direct = process.env.DATABASE_URL ?? "";
/** Fewer than ask at once, so that they have to share. */
const narrow = (ini: string) => ini.replace(/default_pool_size = \d+/, "default_pool_size = 3");
const bouncer = await startPgBouncer(direct, narrow);
if (bouncer === undefined) process.stdout.write("skipped: pgbouncer is not here (apt install pgbouncer)\n");
Object.assign(process.env, { DATABASE_URL: bouncer?.url ?? direct, DIRECT_DATABASE_URL: direct });

afterAll(async () => {
	await db().$disconnect();
	await bouncer?.stop();
});

describe.skipIf(bouncer === undefined)("through PgBouncer as docs/pgbouncer.ini sets it up", () => {
	it("connections begin as the app's own do", async () => {
		expect(await findPoolerFault(process.env.DATABASE_URL ?? "")).toBeUndefined();
	});

	it("votes of many at once are counted", async () => {
		const paper = await addPaper("2606.10000");
		const users = await addUsers(60);
		const now = new Date("2026-06-08T12:00:00Z");
		const results = await Promise.all(users.map((user) => setVote(user, paper, true, { now, address: undefined })));
		expect(results.filter(({ ok }) => ok)).toHaveLength(60);
		expect(await db().paper.findFirstOrThrow()).toMatchObject({ localUpvotes: 60 });
		expect(await db().vote.count()).toBe(60);
	});

	it("jobs hold their locks past it, and a lock keeps others out", async () => {
		const take = "SELECT pg_try_advisory_lock(7) AS taken";
		await withSession(async (session) => {
			expect((await session.query(take)).rows).toEqual([{ taken: true }]);
			const tries = await Promise.all(Array.from({ length: 8 }, () => db().$queryRawUnsafe(take)));
			expect(tries.flat()).toEqual(Array.from({ length: 8 }, () => ({ taken: false })));
		});
		expect(await runDigest({ now: new Date("2026-06-09T06:00:00Z") })).toBeDefined();
	});
});

describe.skipIf(bouncer === undefined)("a pooler that is set otherwise", () => {
	it.each([
		[
			"forgets our days",
			(ini: string) => ini.replace("SET TimeZone = ''UTC''; ", "SET TimeZone = ''Asia/Tokyo''; "),
			"in the zone Asia/Tokyo",
		],
		[
			"forgets our patience",
			(ini: string) => ini.replace("; SET statement_timeout = ''15s''", ""),
			"sets no statement_timeout",
		],
		[
			"refuses our settings",
			(ini: string) => ini.replace(/^ignore_startup_parameters.*$/m, ""),
			"refuses the settings",
		],
	])("%s: the start says so", async (_what, change, words) => {
		const other = await startPgBouncer(direct, change);
		try {
			const fault = await findPoolerFault(other?.url ?? "");
			expect(fault).toContain(words);
			expect(fault).toContain("docs/pgbouncer.ini");
		} finally {
			await other?.stop();
		}
	});
});
