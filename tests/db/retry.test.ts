import { expect, test } from "vitest";
import { type Db, db } from "@/lib/db/client";
import { retrying } from "@/lib/db/retry";
import { withSession } from "@/lib/db/session";
import { addPaper } from "./votes/voters";

test("two that lock papers in opposite orders both get through", async () => {
	const [one, other] = [await addPaper("2606.00001"), await addPaper("2606.00002")];
	const lock = (tx: Db, id: string) => tx.$executeRaw`SELECT FROM papers WHERE id = ${id} FOR UPDATE`;
	const firstLocks: Promise<unknown>[] = [];
	let attempts = 0;
	const lockBoth = (first: string, second: string) =>
		retrying(() =>
			db().$transaction(async (tx) => {
				attempts++;
				const locked = lock(tx, first);
				firstLocks.push(locked);
				await locked;
				// Both hold their first by now; in a later attempt there is nobody to wait for.
				if (firstLocks.length <= 2) await bothLocked.promise;
				return lock(tx, second);
			}),
		);
	const bothLocked = Promise.withResolvers<void>();
	const works = [lockBoth(one, other), lockBoth(other, one)];
	await expect.poll(() => firstLocks.length).toBe(2);
	await Promise.all(firstLocks);
	bothLocked.resolve();
	expect(await Promise.all(works)).toEqual([1, 1]);
	expect(attempts).toBe(3);
});

test("a connection that is cut is overcome, in a statement and between two of a transaction", async () => {
	await withSession(async (session) => {
		const cut = () =>
			session.query(`
				SELECT pg_terminate_backend(pid) FROM pg_stat_activity
				WHERE datname = current_database() AND application_name = 'broadsheet'`);
		let attempts = 0;
		const answer = await retrying(() =>
			db().$transaction(async (tx) => {
				await tx.$executeRaw`SELECT 1`;
				if (++attempts < 3) await cut();
				return tx.$queryRaw`SELECT 2 AS two`;
			}),
		);
		expect([answer, attempts]).toEqual([[{ two: 2 }], 3]);
	});
});

test("what another attempt can't mend is thrown at once", async () => {
	let attempts = 0;
	const failing = retrying(async () => {
		attempts++;
		await db().$executeRaw`SELECT 1 / 0`;
	});
	await expect(failing).rejects.toThrow("division by zero");
	expect(attempts).toBe(1);
});
