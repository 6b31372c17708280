import { answer, answerPreflight, orUnavailable, refuse, refuseWrites } from "@/lib/api/answers";
import { findApiPaper } from "@/lib/api/queries";
import { limitRate } from "@/lib/http/rate-limits";
import { parseArxivReference } from "@/lib/ingest/normalise/arxiv-reference";
import { parsePaperId } from "@/lib/papers/ids";

type Context = { params: Promise<{ id: string[] }> };

/** A paper in the shape of Hugging Face's route of this name. Old arXiv ids hold a slash, which programs may encode. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const asked = (await params).id.join("/").replace(/%2f/gi, "/");
	const id = parseArxivReference(asked)?.id ?? parsePaperId(asked);
	return limitRate(request, "api", () =>
		orUnavailable(async () => {
			const paper = id && (await findApiPaper(id));
			return paper ? answer(paper) : refuse(404, "There is no such paper here.");
		}),
	);
}

export {
	answerPreflight as OPTIONS,
	refuseWrites as DELETE,
	refuseWrites as PATCH,
	refuseWrites as POST,
	refuseWrites as PUT,
};
