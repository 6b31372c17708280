import { signInPath } from "@/lib/accounts/intent";
import { startOrcidProof } from "@/lib/accounts/oauth-orcid";
import { answerStart, goOn } from "@/lib/accounts/oauth-routes";
import { currentUser } from "@/lib/accounts/queries";
import { refuseMethod } from "@/lib/http/json";
import { parseReturnPath } from "@/lib/http/return-path";

/** Leads to ORCID, for who is signed in to show which iD is theirs: the form has `next`, the page that wants to know. */
export async function POST(request: Request): Promise<Response> {
	return answerStart(request, "/", async (form) => {
		const next = parseReturnPath(form.next) ?? "/";
		const user = await currentUser(request.headers);
		if (user === undefined) return goOn(signInPath({ next }));
		const started = await startOrcidProof(user.id, next, new Date());
		return started ? { url: started.url, cookies: [started.cookie], name: "ORCID" } : 404;
	});
}

const refuseOthers = refuseMethod("POST");

export { refuseOthers as DELETE, refuseOthers as GET, refuseOthers as PATCH, refuseOthers as PUT };
