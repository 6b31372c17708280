import type { z } from "zod";
import { nameOfWrong, type Refusal, refuseParameter } from "../http/refuse-parameter";
import { searchPapersParameters } from "./schemas";

export type SearchPapersQuery = z.infer<typeof searchPapersParameters>;

/**
 * Reads the query string of `/api/papers/search`, in the manner of `readDailyPapersQuery`. Any text may be searched for: what can't
 * be understood in it is passed over.
 */
export function readSearchPapersQuery(search: URLSearchParams): { ok: true; value: SearchPapersQuery } | Refusal {
	const parsed = searchPapersParameters.safeParse(Object.fromEntries(search));
	if (!parsed.success) return refuseParameter(searchPapersParameters, nameOfWrong(parsed.error));
	return { ok: true, value: parsed.data };
}
