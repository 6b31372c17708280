import { exportAccount } from "@/lib/accounts/export";
import { signInPath } from "@/lib/accounts/intent";
import { currentUser } from "@/lib/accounts/queries";
import { jsonError, refuseMethod } from "@/lib/http/json";
import { log } from "@/lib/log";

/** Everything we hold about whoever is signed in, as a file. Who is not is led to signing in. */
export async function GET(request: Request): Promise<Response> {
	try {
		const user = await currentUser(request.headers);
		const data = user && (await exportAccount(user.id, new Date()));
		if (!data)
			return new Response(null, {
				status: 303,
				headers: { Location: signInPath({ next: "/settings" }), "Cache-Control": "private, no-store" },
			});
		return Response.json(data, {
			headers: {
				"Cache-Control": "private, no-store",
				"Content-Disposition": 'attachment; filename="broadsheet-account.json"',
			},
		});
	} catch (error) {
		log.error({ err: error }, "an account was not exported");
		return jsonError(503, "Your data could not be read. Try again in a minute.");
	}
}

const refuseOthers = refuseMethod("GET, HEAD");

export {
	refuseOthers as DELETE,
	refuseOthers as OPTIONS,
	refuseOthers as PATCH,
	refuseOthers as POST,
	refuseOthers as PUT,
};
