import { previewMail } from "@/lib/digest/preview";
import { jsonError, refuseMethod } from "@/lib/http/json";
import { isSameOrigin } from "@/lib/http/origin";
import { log } from "@/lib/log";
import { choicesForm } from "@/lib/subscribers/choices-schema";
import { findChooser } from "@/lib/subscribers/queries";
import { linkToken } from "@/lib/subscribers/schemas";
import { readChoicesToken } from "@/lib/subscribers/tokens";
import { words } from "@/lib/subscribers/words";

/** More than a form of choices can be. */
const BODY_MAX_BYTES = 64 * 1024;

/**
 * Takes the form of choices and answers with the mail that they would bring, as HTML for a sandboxed frame. By POST, as the token
 * has no place in an address and the form is long; nothing is saved.
 */
export async function POST(request: Request): Promise<Response> {
	if (!isSameOrigin(request.headers)) return jsonError(403, words.foreignOrigin);
	if (Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY) > BODY_MAX_BYTES)
		return jsonError(413, "This is too long for a form of ours.");
	const form = await request.formData().catch(() => new FormData());
	const now = new Date();
	const id = await readChoicesToken(linkToken.catch("").parse(form.get("token")), now);
	if (id === undefined) return jsonError(403, words["link-over"]);
	const choices = choicesForm.safeParse(Object.fromEntries(form));
	if (!choices.success) return jsonError(422, choices.error.issues[0]?.message ?? words.notSaved);
	try {
		if (!(await findChooser({ id }))) return jsonError(403, words["not-subscribed"]);
		const preview = await previewMail({ id, choices: choices.data }, now);
		if ("problem" in preview) return jsonError(404, preview.problem);
		return new Response(preview.html, {
			headers: {
				"Content-Type": "text/html; charset=utf-8",
				"Cache-Control": "private, no-store",
				"Content-Security-Policy": "sandbox",
			},
		});
	} catch (error) {
		log.error({ err: error }, "a preview of a digest was not made");
		return jsonError(503, "The preview could not be made. Please try again in a minute.", { "Retry-After": "60" });
	}
}

const refuse = refuseMethod("POST");

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT };
