import "server-only";
import pino from "pino";

/** Structured logs, one JSON line an event. Callers log ids and counts, never addresses, tokens or whole requests. */
export const log = pino({
	level: process.env.LOG_LEVEL || "info",
	base: undefined,
	timestamp: pino.stdTimeFunctions.isoTime,
	serializers: { err: describeError },
});

/**
 * What a log may hold of an error: its kind and code, and its message unless that can quote data. Messages of the database
 * and of zod repeat values (addresses, tokens), so of these only the code is kept.
 */
export function describeError(error: unknown): { type: string; code?: string; message?: string } {
	if (!(error instanceof Error)) return { type: typeof error };
	const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
	const quotesData = /^(Prisma|Zod|\$Zod|DriverAdapter|DatabaseError)/.test(error.constructor.name);
	return {
		type: error.constructor.name,
		...(code !== undefined && { code }),
		...(!quotesData && { message: error.message.replace(/\S+@\S+/g, "<address>") }),
	};
}
