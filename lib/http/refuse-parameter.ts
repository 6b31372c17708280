import type { z } from "zod";

/** What is said of a query string that can't be followed. */
export type Refusal = { ok: false; error: string };

/**
 * Refuses a parameter, by its name and what it takes.
 *
 * @param schema of all parameters, with a description of each that goes on after "takes"
 */
export function refuseParameter(schema: z.ZodObject, name: string): Refusal {
	const parameter: { description?: string } | undefined = new Map(Object.entries(schema.shape)).get(name);
	return { ok: false, error: `The parameter ${name} takes ${parameter?.description}.` };
}

/** The name of the first parameter that is wrong. */
export function nameOfWrong({ issues }: z.ZodError): string {
	return String(issues[0]?.path[0]);
}
