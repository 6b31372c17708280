import { refuseMethod } from "@/lib/http/json";
import { answerLibraryFeed } from "@/lib/library/answers";

type Context = { params: Promise<{ token: string }> };

/** Somebody's library for their feed reader, which can't sign in: the address is the proof. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	return answerLibraryFeed(request, (await params).token);
}

const refuse = refuseMethod("GET, HEAD");

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };
