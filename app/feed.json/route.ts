import { refuseMethod } from "@/lib/http/json";
import { answerFeed } from "@/lib/syndication/feed-answer";

export function GET(request: Request): Promise<Response> {
	return answerFeed(request, "json");
}

const refuse = refuseMethod("GET, HEAD");

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };
