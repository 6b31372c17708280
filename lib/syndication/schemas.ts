import { z } from "zod";
import { ORDERS } from "../feed/views";
import { parseSlug } from "../papers/slug";
import { isEmptyQuery, parseQuery } from "../search/query";
import type { ListOrder } from "./types";

/** Empty counts as not given: forms send all that they have. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
	z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const slug = optional(z.string().refine((text) => parseSlug(encodeURIComponent(text)) !== undefined));

const wholeNumber = (most: number) =>
	z
		.string()
		.regex(/^\d{1,6}$/)
		.transform(Number)
		.refine((value) => value >= 1 && value <= most);

const LIST_ORDERS: readonly ListOrder[] = [...ORDERS, "relevance"];

/** The parameters of a feed or an export, each described as "takes …" goes on. */
export const listParameters = (limit: number) =>
	z.object({
		// Empty counts as given: a search for nothing must not become a list of everything.
		q: z
			.string()
			.max(250)
			.transform(parseQuery)
			.refine(({ query }) => !isEmptyQuery(query))
			.optional()
			.describe("what to search for, as on the search page, in up to 250 characters"),
		window: optional(z.string()).describe(
			"day (the newest edition), all, or a date (2026-06-08), ISO week (2026-W24) or month (2026-06) that has begun",
		),
		topic: slug.describe("what stands behind /topics/ in the address of a topic's page"),
		author: slug.describe("what stands behind /authors/ in the address of an author's page"),
		org: slug.describe("what stands behind /orgs/ in the address of an organisation's page"),
		min: optional(wholeNumber(999_999)).describe("a number of upvotes, from 1 to 999999"),
		order: optional(z.enum(LIST_ORDERS)).describe("top, new or rising, and with q also relevance"),
		limit: optional(wholeNumber(limit)).describe(`a number of papers, from 1 to ${limit}`),
	});
