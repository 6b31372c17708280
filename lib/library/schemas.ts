import { z } from "zod";
import { parseReturnPath } from "../http/return-path";
import { type PaperId, parsePaperId } from "../papers/ids";

/** Characters in the name of a list. */
export const LIST_NAME_MAX = 80;

/** Papers that one call says somebody has seen. */
const SEEN_MAX = 100;

/** More than a page shows. */
const CHOSEN_MAX = 200;

const paper = z.custom<PaperId>((value) => typeof value === "string" && parsePaperId(value) !== undefined);

/** What the page's script sends to `/api/saves`. */
export const saveRequest = z.object({ paper, saved: z.boolean() });

/** What a form sends there without a script. It can't know what the viewer has saved, so without `saved` it turns it over. */
export const saveForm = z.object({
	paper,
	saved: z
		.enum(["true", "false"])
		.transform((text) => text === "true")
		.optional(),
	next: z.unknown().optional().transform(parseReturnPath),
});

/** What the page's script sends to `/api/seen`. */
export const seenRequest = z.object({ papers: z.array(paper).min(1).max(SEEN_MAX) });

export const seenMode = z.enum(["off", "dim", "hide"]);

export const listId = z.uuid();

/** Line breaks and the like become spaces: a name stands in one line. */
const name = z
	.string()
	.transform((text) => text.replace(/[\s\p{Cc}]+/gu, " ").trim())
	.pipe(z.string().min(1).max(LIST_NAME_MAX));

const papers = z.array(paper).max(CHOSEN_MAX);

/** The token in the address of a private feed. */
export const feedToken = z.string().regex(/^[\w-]{43}$/);

/** What the forms of the library send. */
export const libraryForm = z.discriminatedUnion("act", [
	z.object({ act: z.literal("create-list"), name }),
	z.object({ act: z.literal("rename-list"), list: listId, name }),
	z.object({ act: z.literal("delete-list"), list: listId }),
	z.object({ act: z.literal("put-on-list"), list: listId, papers }),
	z.object({ act: z.literal("take-off-list"), from: listId, papers }),
	z.object({ act: z.literal("remove"), papers }),
	z.object({ act: z.literal("choose-seen"), mode: seenMode, forget: z.literal("on").optional() }),
	z.object({ act: z.literal("forget-seen") }),
	z.object({ act: z.literal("make-feed") }),
	z.object({ act: z.literal("revoke-feed") }),
]);

/** The fields of a form, of which `paper` may come many times. */
export function readFields(form: FormData): Record<string, unknown> {
	return { ...Object.fromEntries(form), papers: form.getAll("paper") };
}
