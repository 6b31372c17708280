import { completeOrcidProof } from "@/lib/accounts/oauth-orcid";
import { goOn } from "@/lib/accounts/oauth-routes";
import { currentUser } from "@/lib/accounts/queries";
import { refuseMethod } from "@/lib/http/json";
import { plainPage } from "@/lib/http/plain-page";
import { log } from "@/lib/log";

const FAILED = {
	cancelled: "You did not go on at ORCID, so nothing was done.",
	"not-begun-here": "This did not begin in this browser, or took longer than ten minutes. Begin again.",
	failed: "ORCID did not answer as it should. Try again in a minute.",
} as const;

/** Where ORCID sends a browser back to. Changes no row: what it proves is kept in the browser, signed. */
export async function GET(request: Request): Promise<Response> {
	try {
		const user = await currentUser(request.headers);
		if (user === undefined)
			return plainPage(401, "You have signed out meanwhile. Sign in and begin again.", "/sign-in");
		const { searchParams } = new URL(request.url);
		const { next, cookies, refusal } = await completeOrcidProof(user.id, request.headers, searchParams, new Date());
		return refusal === undefined ? goOn(next, cookies) : plainPage(400, FAILED[refusal], next);
	} catch (error) {
		log.error({ err: error }, "an ORCID iD was not proved");
		return plainPage(503, "This could not be completed just now. Try again in a minute.", "/");
	}
}

const refuseOthers = refuseMethod("GET");

export { refuseOthers as DELETE, refuseOthers as PATCH, refuseOthers as POST, refuseOthers as PUT };
