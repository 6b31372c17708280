import { z } from "zod";
import { parseSlug } from "../papers/slug";
import { NOTE_MAX } from "./rules";

const author = z.string().transform((text, context): string => {
	const slug = parseSlug(encodeURIComponent(text.toWellFormed()));
	if (slug !== undefined && slug !== "") return slug;
	context.addIssue({ code: "custom", message: "is no author's slug" });
	return z.NEVER;
});

/** Lines as we keep them: browsers send two characters for each break, and no other control character says anything. */
const note = z
	.string()
	.transform((raw) =>
		raw
			.replace(/\r\n?/g, "\n")
			.replace(/[^\P{Cc}\n\t]/gu, "")
			.toWellFormed()
			.trim(),
	)
	.pipe(z.string().max(NOTE_MAX, `This is longer than ${NOTE_MAX.toLocaleString("en-US")} characters. Shorten it.`));

/** What the forms of an author's claim page send. */
export const claimForm = z.discriminatedUnion("act", [
	z.object({ act: z.literal("ask"), author, note: note.default("") }),
	z.object({ act: z.literal("withdraw"), author }),
]);
