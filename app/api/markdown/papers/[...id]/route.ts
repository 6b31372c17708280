import { env } from "@/lib/env";
import { jsonError, refuseMethod } from "@/lib/http/json";
import { answerText, orUnavailable } from "@/lib/http/text";
import { parsePaperId } from "@/lib/papers/ids";
import { paperAddress, toPaperMarkdown } from "@/lib/papers/markdown";
import { findPaper } from "@/lib/papers/queries";

type Context = { params: Promise<{ id: string[] }> };

/** A paper as Markdown. Programs come by `/papers/{id}.md`. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
	const id = parsePaperId((await params).id.join("/"));
	return orUnavailable("a paper's Markdown", async () => {
		const paper = id && (await findPaper(id));
		if (!paper) return jsonError(404, "There is no such paper here.");
		const site = env().APP_URL;
		return answerText("text/markdown", toPaperMarkdown(paper, site), {
			Link: `<${paperAddress(paper.id, site)}>; rel="canonical"`,
		});
	});
}

const refuse = refuseMethod("GET, HEAD");

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };
