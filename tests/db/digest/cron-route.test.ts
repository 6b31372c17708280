import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { GET, POST } from "@/app/api/cron/digest/route";
import { db } from "@/lib/db/client";
import { parseUtcDate, type UtcDate } from "@/lib/time";
import { addEdition, addSubscribers, clear, startResend } from "./scene";

const resend = await startResend();
const yesterday = parseUtcDate("2026-06-08") as UtcDate;
const call = (handle: typeof GET, authorization?: string, query = "") =>
	handle(
		new Request(`http://127.0.0.1:4200/api/cron/digest${query}`, { headers: authorization ? { authorization } : {} }),
	);
const secret = `Bearer ${process.env.CRON_SECRET}`;

const NO_POSTS = { planned: 0, submitted: 0, rejected: 0, skipped: 0, unknown: 0, waiting: 0 };

beforeEach(async () => {
	vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-06-09T06:00:00Z") });
	resend.reset();
	await clear();
	await addEdition(yesterday);
	await addSubscribers(2);
});

afterEach(() => {
	vi.useRealTimers();
});

afterAll(() => resend.stop());

test.each([undefined, "Bearer wrong", "Bearer ", `Basic ${process.env.CRON_SECRET}`])(
	"refuses %s",
	async (authorization) => {
		for (const handle of [GET, POST]) {
			const response = await call(handle, authorization);
			expect([response.status, await response.json()]).toEqual([401, { error: expect.any(String) }]);
		}
		expect(await db().delivery.count()).toBe(0);
	},
);

test("runs the digest by GET and POST, and answers with the counts", async () => {
	const dry = await call(GET, secret, "?dryRun=1");
	expect(await dry.json()).toMatchObject({ edition: yesterday, planned: 2, submitted: 0 });
	expect(resend.accepted).toEqual([]);
	const first = await call(GET, secret);
	expect([first.status, await first.json()]).toEqual([
		200,
		{
			edition: yesterday,
			planned: 2,
			submitted: 2,
			rejected: 0,
			skipped: 0,
			unknown: 0,
			waiting: 0,
			channels: NO_POSTS,
		},
	]);
	expect(first.headers.get("cache-control")).toBe("no-store");
	expect(await (await call(POST, secret)).json()).toMatchObject({ planned: 0, submitted: 0 });
	expect(resend.accepted).toHaveLength(2);
});

test("answers 503 in words while the database is away", async () => {
	vi.spyOn(db(), "$queryRaw").mockRejectedValue(new Error("connect ECONNREFUSED 127.0.0.1"));
	const response = await call(POST, secret);
	expect([response.status, await response.json()]).toEqual([
		503,
		{ error: expect.stringContaining("nothing is sent twice") },
	]);
});
