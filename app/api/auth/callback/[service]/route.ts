import { finishIntent } from "@/lib/accounts/after-sign-in";
import { nameBrowser } from "@/lib/accounts/browser-name";
import { withIntent } from "@/lib/accounts/intent";
import { completeReturn, type Return } from "@/lib/accounts/oauth";
import { listSignInServices } from "@/lib/accounts/oauth-clients";
import { parseSignInService, type SignInService } from "@/lib/accounts/oauth-names";
import { goOn } from "@/lib/accounts/oauth-routes";
import { jsonError, refuseMethod } from "@/lib/http/json";
import { plainPage } from "@/lib/http/plain-page";
import { log } from "@/lib/log";

type Context = { params: Promise<{ service: string }> };

/**
 * Where a service sends a browser back to. A GET that signs in, as OAuth has it: the state in its address has to match the
 * cookie of the browser that began, so nobody is signed in by following a link.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const service = parseSignInService((await params).service);
	if (service === undefined || !listSignInServices().includes(service))
		return jsonError(404, "Nobody can sign in with this service here.");
	try {
		const returned = await completeReturn(service, new URL(request.url).searchParams, {
			cookie: request.headers.get("cookie") ?? "",
			browser: nameBrowser(request.headers.get("user-agent") ?? ""),
		});
		return await answer(service, returned, request.headers);
	} catch (error) {
		log.error({ err: error }, "a sign-in with a service was not completed");
		return plainPage(503, "You could not be signed in just now. Try again in a minute.", "/sign-in");
	}
}

async function answer(service: SignInService, returned: Return, headers: Headers): Promise<Response> {
	switch (returned.kind) {
		case "connected":
			return goOn("/settings", returned.cookies);
		case "signed-in":
			return goOn(await finishIntent(returned.userId, returned.intent, headers), returned.cookies);
		case "refused": {
			const path = withIntent(returned.path, returned.intent);
			return goOn(`${path}${path.includes("?") ? "&" : "?"}refused=${service}.${returned.refusal}`, returned.cookies);
		}
	}
}

const refuseOthers = refuseMethod("GET");

export { refuseOthers as DELETE, refuseOthers as PATCH, refuseOthers as POST, refuseOthers as PUT };
