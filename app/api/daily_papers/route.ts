import { answer, answerPreflight, orUnavailable, refuse, refuseWrites } from "@/lib/api/answers";
import { readDailyPapersQuery } from "@/lib/api/daily-papers-query";
import { listDailyPapers } from "@/lib/api/queries";
import { limitRate } from "@/lib/http/rate-limits";

/** Lists papers in the shape of Hugging Face's route of this name. */
export function GET(request: Request): Promise<Response> {
	return limitRate(request, "api", () => {
		const query = readDailyPapersQuery(new URL(request.url).searchParams, new Date());
		if (!query.ok) return refuse(400, query.error);
		return orUnavailable(async () => answer(await listDailyPapers(query.value)));
	});
}

export {
	answerPreflight as OPTIONS,
	refuseWrites as DELETE,
	refuseWrites as PATCH,
	refuseWrites as POST,
	refuseWrites as PUT,
};
