import { startSignInWith } from "@/lib/accounts/oauth";
import { listSignInServices } from "@/lib/accounts/oauth-clients";
import { parseSignInService, SIGN_IN_SERVICES } from "@/lib/accounts/oauth-names";
import { answerStart } from "@/lib/accounts/oauth-routes";
import { signInIntent } from "@/lib/accounts/schemas";
import { refuseMethod } from "@/lib/http/json";

type Context = { params: Promise<{ service: string }> };

/** Leads to a service to sign in there: the form has `next` and `upvote`. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
	const service = parseSignInService((await params).service);
	return answerStart(request, "/sign-in", async (form) => {
		if (service === undefined || !listSignInServices().includes(service)) return 404;
		const departure = await startSignInWith(service, signInIntent.parse(form));
		return { ...departure, name: SIGN_IN_SERVICES[service] };
	});
}

const refuseOthers = refuseMethod("POST");

export { refuseOthers as DELETE, refuseOthers as GET, refuseOthers as PATCH, refuseOthers as PUT };
