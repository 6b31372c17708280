import { answer, answerPreflight, orUnavailable, refuse, refuseWrites } from "@/lib/api/answers";
import { listSearched } from "@/lib/api/queries";
import { readSearchPapersQuery } from "@/lib/api/search-papers-query";
import { limitRate } from "@/lib/http/rate-limits";

/** Searches papers in the shape of Hugging Face's route of this name. */
export function GET(request: Request): Promise<Response> {
	return limitRate(request, "api", () => {
		const query = readSearchPapersQuery(new URL(request.url).searchParams);
		if (!query.ok) return refuse(400, query.error);
		return orUnavailable(async () => answer(await listSearched(query.value)));
	});
}

export {
	answerPreflight as OPTIONS,
	refuseWrites as DELETE,
	refuseWrites as PATCH,
	refuseWrites as POST,
	refuseWrites as PUT,
};
