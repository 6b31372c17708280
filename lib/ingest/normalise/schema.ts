import { z } from "zod";

/**
 * A schema for a text that one of the normalising functions reads.
 *
 * @param parse gives undefined for what is not of its kind
 * @param error what is wrong then, without the text: "is no time"
 */
export function readAs<Value>(parse: (text: string) => Value | undefined, error: string) {
	return z.string().transform((text, context): Value => {
		const value = parse(text);
		if (value !== undefined) return value;
		context.addIssue({ code: "custom", message: error });
		return z.NEVER;
	});
}
