import { hasHint } from "@/lib/accounts/hint-cookie";
import { NOBODY } from "@/lib/votes/nobody";
import type { MeAnswer } from "@/lib/votes/types";

/** As many as `/api/me` takes in one call. */
const PAPERS_A_CALL = 200;
const PATIENCE_MS = 10_000;

type Receiver = (answer: MeAnswer, askedAt: number) => void;

const receivers = new Set<Receiver>();
const waiting = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Calls back with every answer of {@link askMe}, and when it was asked for (`performance.now()`). */
export function onMe(receive: Receiver): () => void {
	receivers.add(receive);
	return () => receivers.delete(receive);
}

/**
 * Asks the server who is looking and how these papers stand with them. All that one rendering asks for goes in one call;
 * without the hint cookie nobody is signed in, which needs none.
 */
export function askMe(paperIds: string[]): void {
	for (const id of paperIds) waiting.add(id);
	if (timer === undefined) timer = setTimeout(send, 0);
}

function send(): void {
	const ids = [...waiting];
	waiting.clear();
	timer = undefined;
	// Looked at once for all: each look asks another process of the browser.
	if (hasHint(document.cookie)) callInPieces(ids);
	else tell(NOBODY, performance.now());
}

function callInPieces(ids: string[]): void {
	for (let start = 0; start === 0 || start < ids.length; start += PAPERS_A_CALL) {
		void call(ids.slice(start, start + PAPERS_A_CALL));
	}
}

async function call(ids: string[]): Promise<void> {
	const askedAt = performance.now();
	const query = ids.length > 0 ? `?papers=${ids.map(encodeURIComponent).join(",")}` : "";
	try {
		const response = await fetch(`/api/me${query}`, { signal: AbortSignal.timeout(PATIENCE_MS) });
		if (!response.ok) return;
		const answer = (await response.json()) as MeAnswer;
		tell(answer, askedAt);
	} catch {
		// Offline, or too slow: the page stays as everybody sees it, and voting still works and says so if it does not.
	}
}

function tell(answer: MeAnswer, askedAt: number): void {
	for (const receive of receivers) receive(answer, askedAt);
}
