import { z } from "zod";
import { parseReturnPath } from "../http/return-path";
import { parseSlug } from "../papers/slug";

const kind = z.enum(["author", "org", "topic", "search"]);

const slug = z
	.string()
	.min(1)
	.refine((text) => parseSlug(encodeURIComponent(text)) !== undefined);

/** What is followed; the slug is as the database has it. */
export const followTarget = z.object({ kind, slug });

/** What the page's script sends to `/api/following`. */
export const followRequest = followTarget.extend({ followed: z.boolean() });

/** What a form sends there without a script. It can't know what the viewer follows, so without `followed` it turns it over. */
export const followForm = followTarget.extend({
	followed: z
		.enum(["true", "false"])
		.transform((text) => text === "true")
		.optional(),
	next: z.unknown().optional().transform(parseReturnPath),
});
