import "server-only";
import { type Clock, systemClock } from "../ingest/http/clock";
import { SourceError } from "../ingest/http/source-error";
import { fetchArxivIds } from "../ingest/sources/arxiv";
import { log } from "../log";
import type { PaperId } from "../papers/ids";
import { done, type Result, refused } from "../result";
import type { PreviewedPaper } from "./schemas";

/** A person waits for this, unlike for a run. */
const PATIENCE_MS = 10_000;

type Fetched = Result<PreviewedPaper, "unknown-paper" | "unreachable" | "not-answered">;

/** The papers that are being asked for. */
const underWay = new Map<PaperId, Promise<Fetched>>();

/**
 * Asks arXiv for one paper, for up to ten seconds with the wait at the gate. Who asks for the same paper meanwhile shares the
 * answer.
 *
 * @throws only what is neither arXiv's fault nor the connection's
 */
export function fetchPaper(id: PaperId): Promise<Fetched> {
	const asked = underWay.get(id) ?? ask(id).finally(() => underWay.delete(id));
	underWay.set(id, asked);
	return asked;
}

async function ask(id: PaperId): Promise<Fetched> {
	const patience = new AbortController();
	const runOut = Promise.withResolvers<never>();
	const timer = setTimeout(() => {
		const reason = new SourceError("timed-out", `arXiv had not given the paper after ${PATIENCE_MS / 1000} s`);
		patience.abort(reason);
		// The gate looks at the signal only when the request before ours is over, which may be much later.
		runOut.reject(reason);
	}, PATIENCE_MS);
	try {
		return await Promise.race([readFirst(id, patience.signal), runOut.promise]);
	} catch (error) {
		if (!(error instanceof SourceError)) throw error;
		log.warn({ kind: error.kind }, error.message);
		return refused(error.kind === "refused" || error.kind === "not-found" ? "not-answered" : "unreachable");
	} finally {
		clearTimeout(timer);
	}
}

async function readFirst(id: PaperId, signal: AbortSignal): Promise<Result<PreviewedPaper, "unknown-paper">> {
	for await (const page of fetchArxivIds([id], { signal, clock: impatientClock(Date.now() + PATIENCE_MS) })) {
		const paper = page.papers.find((found) => found.id === id);
		if (paper?.publishedAt) return done({ ...paper, publishedAt: paper.publishedAt });
	}
	return refused("unknown-paper");
}

/** A wait that would outlast the person's patience fails at once: they need not sit through it to hear that it was in vain. */
function impatientClock(deadline: number): Clock {
	return {
		...systemClock,
		sleep(ms, signal) {
			if (Date.now() + ms < deadline) return systemClock.sleep(ms, signal);
			return Promise.reject(new SourceError("unavailable", "arXiv asks for more patience than a person has"));
		},
	};
}
