import { GET as getDailyPapers } from "@/app/api/daily_papers/route";
import { GET as getPaper } from "@/app/api/papers/[...id]/route";
import { GET as searchPapers } from "@/app/api/papers/search/route";
import { apiPaper, dailyPaper } from "@/lib/api/schemas";

/** Refuses what the schema does not name: the document would be silent about it. */
export const strictPaper = apiPaper.strict();
const strictDailyPapers = dailyPaper.extend({ paper: strictPaper }).strict().array();

export function askDaily(query: string): Promise<Response> {
	return getDailyPapers(new Request(`http://127.0.0.1:4200/api/daily_papers${query}`));
}

/** @param path what stands behind `/api/papers/` */
export function askPaper(path: string): Promise<Response> {
	const request = new Request(`http://127.0.0.1:4200/api/papers/${path}`);
	return getPaper(request, { params: Promise.resolve({ id: path.split("/") }) });
}

export function askSearch(query: string, headers: Record<string, string> = {}): Promise<Response> {
	return searchPapers(new Request(`http://127.0.0.1:4200/api/papers/search${query}`, { headers }));
}

export async function findPapers(query: string) {
	return strictDailyPapers.parse(await (await askSearch(query)).json());
}

export async function listDaily(query: string) {
	return strictDailyPapers.parse(await (await askDaily(query)).json());
}
