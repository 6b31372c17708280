import type { z } from "zod";
import { apiHealth, apiPaper, dailyPaper, dailyPapersParameters } from "./schemas";

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

const UNAVAILABLE = { status: 503, description: "The database can't be reached; try again in a minute." };

export const API_ROUTES: ApiRoute[] = [
	{
		path: "/api/daily_papers",
		summary: "Papers of a day, a week, a month, or the newest",
		description:
			"Without date, week and month: all listed papers, the newest listing first. With one of them: its papers, the most upvoted first. A day without papers is an empty list.",
		parameters: Object.entries(dailyPapersParameters.shape).map(([name, schema]) => ({
			name,
			in: "query",
			description: schema.description ?? "",
			schema,
		})),
		answer: dailyPaper.array(),
		others: [
			{ status: 400, description: "A parameter is wrong; the error says which, and what it takes." },
			UNAVAILABLE,
		],
	},
	{
		path: "/api/papers/{id}",
		summary: "One paper",
		description: "A paper that is held here, whether or not it stands on a list.",
		parameters: [{ name: "id", in: "path", description: "an id such as 2412.14093, 2412.14093v2 or hep-th/9901001" }],
		answer: apiPaper,
		others: [{ status: 404, description: "There is no such paper here." }, UNAVAILABLE],
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
