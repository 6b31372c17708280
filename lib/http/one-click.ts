import { readBody } from "./body";

/** The form holds one short field; whoever sends more is no mail program. */
const BODY_MAX = 4096;

/** Whether a POST says what a mail program says by RFC 8058: `List-Unsubscribe=One-Click`, as a form of either kind. */
export async function isOneClick(request: Request): Promise<boolean> {
	try {
		const body = await readBody(request, BODY_MAX);
		if (body === undefined) return false;
		const form = new Response(body, { headers: { "Content-Type": request.headers.get("content-type") ?? "" } });
		return (await form.formData()).get("List-Unsubscribe") === "One-Click";
	} catch {
		// Cut off, no form or a broken one: whichever, it does not say the words.
		return false;
	}
}
