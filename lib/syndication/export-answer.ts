import { SHARED_CACHING } from "../http/caching";
import { jsonError } from "../http/json";
import { limitRate } from "../http/rate-limits";
import { log } from "../log";
import type { PaperId } from "../papers/ids";
import { answerList } from "./answers";
import { EXPORT_FORMATS, type ExportFormat } from "./export-formats";
import { listIds, listPapers } from "./queries";
import type { ListKind } from "./types";

const PAPERS_MAX = 1000;

const KIND: ListKind = { limit: PAPERS_MAX, orderOfSearch: "relevance" };

/** Papers read at once. */
const PIECE = 100;

/** Answers `GET /export/{ending}` with a file, of which the header `X-Limit-Max` says how many papers it can hold. */
export function answerExport(request: Request, ending: string): Promise<Response> {
	return limitRate(request, "exports", () => {
		const format = EXPORT_FORMATS.get(ending);
		if (format === undefined) return jsonError(404, `Lists are exported as ${[...EXPORT_FORMATS.keys()].join(", ")}.`);
		return answerFile(request, ending, format);
	});
}

function answerFile(request: Request, ending: string, format: ExportFormat): Promise<Response> {
	return answerList(request, KIND, async ({ query, names }, now) => {
		// Which papers, and in which order, is settled here: votes that come while the file is sent move none.
		const ids = await listIds(query, names, now);
		return new Response(toStream(writePieces(ids, format)), {
			headers: {
				"Content-Type": `${format.type}; charset=utf-8`,
				"Content-Disposition": `attachment; filename="broadsheet.${ending}"`,
				"Cache-Control": SHARED_CACHING,
				"X-Limit-Max": String(PAPERS_MAX),
			},
		});
	});
}

export async function* writePieces(ids: readonly PaperId[], format: ExportFormat): AsyncGenerator<string, void> {
	yield format.before;
	let isFirst = true;
	for (let from = 0; from < ids.length; from += PIECE) {
		const papers = await listPapers(ids.slice(from, from + PIECE));
		if (papers.length === 0) continue;
		yield (isFirst ? "" : format.between) + format.write(papers);
		isFirst = false;
	}
	yield format.behind;
}

/** A client that goes away ends the writing; a failure halfway breaks the transfer off, so that nobody takes half a file for it all. */
export function toStream(pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	return new ReadableStream({
		async pull(controller) {
			try {
				const piece = await pieces.next();
				if (piece.done) controller.close();
				else controller.enqueue(encoder.encode(piece.value));
			} catch (error) {
				log.error({ err: error }, "an export broke off");
				controller.error(error);
			}
		},
		async cancel() {
			await pieces.return();
		},
	});
}
