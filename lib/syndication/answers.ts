import { jsonError } from "../http/json";
import { log } from "../log";
import { readListQuery } from "./list-query";
import { findNames } from "./queries";
import type { ListKind, ListQuery, Subjects } from "./types";

/** A list that somebody asked for: its query, the one way to write that, and the names of what it is narrowed to. */
export type AskedList = { query: ListQuery; search: string; names: Subjects };

const SUBJECTS = [
	["topic", "topic"],
	["author", "author"],
	["org", "organisation"],
] as const;

/**
 * Reads which list is asked for and answers with it: 400 for a wrong parameter, 404 for a topic, author or organisation that is
 * not here, 503, logged, if what was asked for can't be read.
 */
export async function answerList(
	request: Request,
	kind: ListKind,
	answer: (list: AskedList, now: Date) => Promise<Response>,
): Promise<Response> {
	const now = new Date();
	const asked = readListQuery(new URL(request.url).searchParams, kind, now);
	if (!asked.ok) return jsonError(400, asked.error);
	const { query, search } = asked;
	try {
		const names = await findNames(query);
		const unknown = SUBJECTS.find(([name]) => query[name] !== undefined && names[name] === undefined);
		if (unknown) return jsonError(404, `There is no ${unknown[1]} of this name here.`);
		return await answer({ query, search, names }, now);
	} catch (error) {
		log.error({ err: error }, "a feed or an export could not be read");
		return jsonError(503, "This could not be read. Please try again in a minute.", { "Retry-After": "60" });
	}
}
