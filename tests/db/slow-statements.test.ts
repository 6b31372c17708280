import { beforeEach, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { withSession } from "@/lib/db/session";
import { log } from "@/lib/log";

const ADDRESS = "ada@example.org";

// Read at the first use of any setting.
process.env.SLOW_STATEMENT_MS = "60";
const written = () => vi.mocked(log.warn).mock.calls.map(([fields]) => fields);

beforeEach(() => void vi.spyOn(log, "warn").mockReturnValue());

it("writes down a page's slow statement, without what was asked for", async () => {
	await db().$queryRaw`SELECT pg_sleep(0.1)::text,
		${ADDRESS}::text AS address`;
	expect(written()).toEqual([
		{ milliseconds: expect.any(Number), statement: "SELECT pg_sleep(0.1)::text, $1::text AS address" },
	]);
	expect(JSON.stringify(vi.mocked(log.warn).mock.calls)).not.toContain(ADDRESS);
});

it("writes down a job's", async () => {
	await withSession((session) => session.query("SELECT pg_sleep(0.1), $1::text", [ADDRESS]));
	expect(written()).toEqual([{ milliseconds: expect.any(Number), statement: "SELECT pg_sleep(0.1), $1::text" }]);
	expect(JSON.stringify(vi.mocked(log.warn).mock.calls)).not.toContain(ADDRESS);
});

it("writes down each once a minute", async () => {
	for (const seconds of [0.1, 0.11]) await withSession((session) => session.query("SELECT pg_sleep($1)", [seconds]));
	expect(written()).toEqual([{ milliseconds: expect.any(Number), statement: "SELECT pg_sleep($1)" }]);
});

it("takes a list of values for the same statement, however long it is", async () => {
	const [short, long] = ["$1,$2", "$1, $2, $3"].map((list) => `SELECT pg_sleep(0.1) WHERE 1 IN (${list})`);
	await withSession((session) => session.query(short ?? "", [1, 2]));
	await withSession((session) => session.query(long ?? "", [1, 2, 3]));
	expect(written()).toEqual([
		{ milliseconds: expect.any(Number), statement: "SELECT pg_sleep(0.1) WHERE 1 IN ($1, …)" },
	]);
});

it("writes nothing of those that are quick", async () => {
	await db().user.findUnique({ where: { email: ADDRESS } });
	await withSession((session) => session.query("SELECT $1::text", [ADDRESS]));
	expect(written()).toEqual([]);
});
