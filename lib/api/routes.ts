import type { z } from "zod";
import { RATE_QUOTAS, RATE_SECONDS } from "../http/rate-limits";
import { apiHealth, apiPaper, dailyPaper, dailyPapersParameters, searchPapersParameters } from "./schemas";

export type ApiParameter = { name: string; in: "query" | "path"; description: string; schema?: z.ZodType };

/** What the document and the page about the API say of a route. */
export type ApiRoute = {
	path: string;
	summary: string;
	description: string;
	parameters: ApiParameter[];
	answer: z.ZodType;
	/** By status: what else is answered, and when. */
	others: { status: number; description: string; answer?: z.ZodType }[];
};

const WRONG = { status: 400, description: "A parameter is wrong; the error says which, and what it takes." };
const TOO_MANY = {
	status: 429,
	description: `A client has asked more than ${RATE_QUOTAS.api} times in ${RATE_SECONDS / 60} minutes; Retry-After says in how many seconds to ask again.`,
};
const UNAVAILABLE = { status: 503, description: "The database can't be reached; try again in a minute." };

export const API_ROUTES: ApiRoute[] = [
	{
		path: "/api/daily_papers",
		summary: "Papers of a day, a week, a month, or the newest",
		description:
			"Without date, week and month: all listed papers, the newest listing first. With one of them: its papers, the most upvoted first. A day without papers is an empty list.",
		parameters: toParameters(dailyPapersParameters),
		answer: dailyPaper.array(),
		others: [WRONG, TOO_MANY, UNAVAILABLE],
	},
	{
		path: "/api/papers/search",
		summary: "Papers that a search finds",
		description:
			"Listed papers with all words of a text, then those with most of them where few have all. A word that no paper has is taken for the nearest that one has. What finds nothing is an empty list.",
		parameters: toParameters(searchPapersParameters),
		answer: dailyPaper.array(),
		others: [WRONG, TOO_MANY, UNAVAILABLE],
	},
	{
		path: "/api/papers/{id}",
		summary: "One paper",
		description: "A paper that is held here, whether or not it stands on a list.",
		parameters: [{ name: "id", in: "path", description: "an id such as 2412.14093, 2412.14093v2 or hep-th/9901001" }],
		answer: apiPaper,
		others: [{ status: 404, description: "There is no such paper here." }, TOO_MANY, UNAVAILABLE],
	},
	{
		path: "/api/health",
		summary: "How the site is doing",
		description: "Tells programs that watch the site whether its parts work.",
		parameters: [],
		answer: apiHealth,
		others: [{ status: 503, description: "The database or the worker is down.", answer: apiHealth }],
	},
];

function toParameters({ shape }: z.ZodObject): ApiParameter[] {
	return Object.entries<z.ZodType>(shape).map(([name, schema]) => ({
		name,
		in: "query",
		description: schema.description ?? "",
		schema,
	}));
}
