import "server-only";
import pino from "pino";
import { LOG_LEVELS } from "./env";

/** Structured logs, one JSON line an event. Callers log ids and counts, never addresses, tokens or whole requests. */
export const log = pino({
	// One that is none is told with all that is wrong with the settings; throwing here, at import, would tell it alone.
	level: LOG_LEVELS.find((level) => level === process.env.LOG_LEVEL) ?? "info",
	base: undefined,
	timestamp: pino.stdTimeFunctions.isoTime,
	serializers: { err: describeError },
});

/** Errors of our own whose messages are sentences for the operator. They carry these names as `name`, which no bundler shortens. */
const OURS = new Set(["SourceError", "MailNotSent", "ServiceFailed", "Failure"]);

/**
 * What a log may hold of an error: its kind and code, and its message where that quotes nobody's data. A message is kept of
 * our own errors, of plain ones, and of `TypeError`s but for what they quote; messages of other libraries' errors (the
 * database's, zod's, a parser's) may repeat addresses and tokens, and new kinds of them come with every update.
 */
export function describeError(error: unknown): { type: string; code?: string; message?: string } {
	if (!(error instanceof Error)) return { type: typeof error };
	const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
	return {
		type: kindOf(error),
		...(code !== undefined && { code }),
		...(isTrusted(error) && { message: withoutData(error.message) }),
	};
}

/** In a production build the name of a class is one letter; the `name` that a library gives its errors stays. */
function kindOf(error: Error): string {
	return /^error$/i.test(error.name) ? error.constructor.name : error.name;
}

function isTrusted(error: Error): boolean {
	if (OURS.has(error.name)) return true;
	const isPlain = error.constructor === Error && error.name === "Error";
	// Those of Node itself, which have a code, quote the value that they refuse.
	return isPlain || (error.constructor === TypeError && !("code" in error));
}

function withoutData(message: string): string {
	return message
		.replace(/\S+@\S+/g, "<address>")
		.replace(/(\w+:\/\/[^\s?#]*)[?#]\S*/g, "$1?…")
		.replace(/"[^"]*"/g, '"…"');
}
