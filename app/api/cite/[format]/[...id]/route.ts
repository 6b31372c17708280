import { SHARED_CACHING } from "@/lib/http/caching";
import { jsonError, refuseMethod } from "@/lib/http/json";
import { log } from "@/lib/log";
import { toBibtex } from "@/lib/papers/citation/bibtex";
import { findCitedPaper } from "@/lib/papers/citation/queries";
import { toRis } from "@/lib/papers/citation/ris";
import { parsePaperId } from "@/lib/papers/ids";

const FORMATS = new Map([
	["bib", { write: toBibtex, type: "application/x-bibtex" }],
	["ris", { write: toRis, type: "application/x-research-info-systems" }],
]);

type Context = { params: Promise<{ format: string; id: string[] }> };

/** A paper's citation as a file, in BibTeX or RIS. People and programs come by `/papers/{id}.bib` and `/papers/{id}.ris`. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
	const { format: ending, id: segments } = await params;
	const format = FORMATS.get(ending);
	if (format === undefined) return jsonError(404, "Citations come as bib or ris.");
	const id = parsePaperId(segments.join("/"));
	try {
		const paper = id && (await findCitedPaper(id));
		if (!paper) return jsonError(404, "There is no such paper here.");
		return new Response(format.write(paper), {
			headers: {
				"Content-Type": `${format.type}; charset=utf-8`,
				"Content-Disposition": `attachment; filename="${paper.id.replace("/", "-")}.${ending}"`,
				"Cache-Control": SHARED_CACHING,
			},
		});
	} catch (error) {
		log.error({ err: error }, "a citation could not be read");
		return jsonError(503, "This could not be read. Please try again in a minute.", { "Retry-After": "60" });
	}
}

const refuse = refuseMethod("GET, HEAD");

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };
