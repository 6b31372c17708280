import { signInPath } from "@/lib/accounts/intent";
import { currentUser } from "@/lib/accounts/queries";
import { jsonError, refuseMethod } from "@/lib/http/json";
import { seeOther } from "@/lib/http/wish-route";
import { answerLibraryExport } from "@/lib/library/answers";
import { listId } from "@/lib/library/schemas";
import { LIBRARY_WORDS } from "@/lib/library/words";
import { log } from "@/lib/log";

type Context = { params: Promise<{ format: string }> };

/** The viewer's library as a file, or one of their lists (`?list=`). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const list = listId.nullable().safeParse(new URL(request.url).searchParams.get("list"));
	if (!list.success) return jsonError(404, LIBRARY_WORDS["no-such-list"]);
	try {
		const user = await currentUser(request.headers);
		if (user === undefined) return seeOther(signInPath({ next: "/library" }));
		return await answerLibraryExport(user.id, (await params).format, list.data ?? undefined);
	} catch (error) {
		log.error({ err: error }, "a library could not be exported");
		return jsonError(503, "This could not be read. Please try again in a minute.", { "Retry-After": "60" });
	}
}

const refuse = refuseMethod("GET, HEAD");

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };
