import { signInPath } from "@/lib/accounts/intent";
import { startConnecting } from "@/lib/accounts/oauth";
import { listSignInServices } from "@/lib/accounts/oauth-clients";
import { parseSignInService, SIGN_IN_SERVICES } from "@/lib/accounts/oauth-names";
import { answerStart, goOn } from "@/lib/accounts/oauth-routes";
import { currentUser } from "@/lib/accounts/queries";
import { refuseMethod } from "@/lib/http/json";

type Context = { params: Promise<{ service: string }> };

/** Leads to a service to connect it with the account of who is signed in. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
	const service = parseSignInService((await params).service);
	return answerStart(request, "/settings", async () => {
		if (service === undefined || !listSignInServices().includes(service)) return 404;
		const user = await currentUser(request.headers);
		if (user === undefined) return goOn(signInPath({ next: "/settings" }));
		const departure = await startConnecting(service, request.headers.get("cookie") ?? "");
		return { ...departure, name: SIGN_IN_SERVICES[service] };
	});
}

const refuseOthers = refuseMethod("POST");

export { refuseOthers as DELETE, refuseOthers as GET, refuseOthers as PATCH, refuseOthers as PUT };
