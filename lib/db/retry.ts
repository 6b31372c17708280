import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

/** Under a storm of cut connections one attempt in five is cut again: of some 350 works one or two took six. */
const ATTEMPTS = 8;
/** Doubled from each attempt to the next; a connection that takes the place of a broken one is there at once. */
const FIRST_PAUSE_MS = 5;

/** Deadlock, serialisation failure; the server ends the connection: https://www.postgresql.org/docs/18/errcodes-appendix.html */
const PASSING_CODES = ["40P01", "40001", "57P01"];
/** How Prisma's adapter and `pg` say that a connection broke. */
const BROKEN = /Connection terminated unexpectedly|is not queryable|ECONNRESET|Server has closed the connection/;

/** What the adapter throws, and how Prisma hands it on: as it is from where a transaction begins and ends, else wrapped. */
const adapterError = z.object({ cause: z.object({ originalCode: z.string() }) });
const wrappedError = z.object({ meta: z.object({ driverAdapterError: adapterError }) });
const databaseError = z.union([wrappedError.transform(({ meta }) => meta.driverAdapterError), adapterError]);

/**
 * Does a work again that a deadlock or a broken connection cut off, a few times and at once: within one and a half seconds.
 *
 * @param work must do the same when done twice, as the answer to one that was done may be what got lost
 * @throws what the last attempt threw, and whatever another attempt can't mend
 */
export async function retrying<Value>(work: () => Promise<Value>): Promise<Value> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await work();
		} catch (error) {
			if (attempt === ATTEMPTS || !isPassing(error)) throw error;
			await sleep(FIRST_PAUSE_MS * 2 ** attempt);
		}
	}
}

function isPassing(error: unknown): boolean {
	const code = databaseError.safeParse(error).data?.cause.originalCode;
	return code === undefined ? error instanceof Error && BROKEN.test(error.message) : PASSING_CODES.includes(code);
}
