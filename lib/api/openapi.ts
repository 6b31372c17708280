import { z } from "zod";
import { API_ROUTES, type ApiParameter, type ApiRoute } from "./routes";
import { apiError, apiHealth, apiPaper, dailyPaper } from "./schemas";

/** What the document names, so that tools give types names. */
const named = z
	.registry<{ id: string }>()
	.add(apiPaper, { id: "Paper" })
	.add(dailyPaper, { id: "DailyPaper" })
	.add(apiHealth, { id: "Health" })
	.add(apiError, { id: "Error" });

const addressOf = (id: string) => `#/components/schemas/${id}`;

/** The public API as a document of OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html), for tools. */
export function toOpenApi() {
	return {
		openapi: "3.1.1",
		info: {
			title: "Broadsheet",
			version: "1",
			description: "The daily papers as JSON, in the shapes of Hugging Face's API. What is not known is absent.",
		},
		// Read against the document's own address, so that it is right on every host.
		servers: [{ url: "/" }],
		paths: Object.fromEntries(API_ROUTES.map((route) => [route.path, { get: toOperation(route) }])),
		components: { schemas: toComponents() },
	};
}

function toOperation({ summary, description, parameters, answer, others }: ApiRoute) {
	const responses = [{ status: 200, description: summary, answer }, ...others];
	return {
		summary,
		description,
		parameters: parameters.map(toParameter),
		responses: Object.fromEntries(
			responses.map(({ status, description, answer = apiError }) => [
				status,
				{ description, content: { "application/json": { schema: toReference(answer) } } },
			]),
		),
	};
}

function toParameter({ schema = z.string(), ...parameter }: ApiParameter) {
	const { $schema: _, description: __, ...value } = z.toJSONSchema(schema);
	return { ...parameter, required: !schema.safeParse(undefined).success, schema: value };
}

/** By name; a list by the name of what is in it. */
function toReference(schema: z.ZodType): object {
	if (schema instanceof z.ZodArray) return { type: "array", items: toReference(schema.element as z.ZodType) };
	return { $ref: addressOf(named.get(schema)?.id ?? "") };
}

function toComponents() {
	const { schemas } = z.toJSONSchema(named, { uri: addressOf, io: "input" });
	return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]));
}
