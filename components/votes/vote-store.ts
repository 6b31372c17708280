import { askMe, onMe } from "@/components/accounts/ask-me";
import { hasHint } from "@/lib/accounts/hint-cookie";
import { signInPath } from "@/lib/accounts/intent";
import type { MeAnswer, VoteState } from "@/lib/votes/types";
import { sendVote } from "./send-vote";

/** What this browser knows of a paper's vote beyond the cached page. Replaced, never changed. */
export type Entry = {
	/** What the server last said, and when (`performance.now()`). */
	confirmed?: VoteState;
	confirmedAt?: number;
	/** What the viewer last pressed for, while the server has not confirmed it. */
	wish?: boolean;
	/** Why the last press came to nothing. */
	problem?: string;
};

const NOTHING: Entry = {};

const entries = new Map<string, Entry>();
const listeners = new Set<() => void>();
/** How many buttons there are for each paper on the page. */
const watched = new Map<string, number>();

/** Calls back whenever any paper's entry changed. */
export function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export function entryOf(paperId: string): Entry {
	return entries.get(paperId) ?? NOTHING;
}

/** Keeps a paper's entry up to date while a button for it is on the page. */
export function watch(paperId: string): () => void {
	if (watched.size === 0) startListening();
	watched.set(paperId, (watched.get(paperId) ?? 0) + 1);
	refresh([paperId]);
	return () => {
		const left = (watched.get(paperId) ?? 1) - 1;
		if (left > 0) watched.set(paperId, left);
		else watched.delete(paperId);
	};
}

/** Asks for the viewer's votes; forgets those of somebody who signed out. */
function refresh(paperIds: string[]): void {
	if (!hasHint(document.cookie) && entries.size > 0) forgetAll();
	askMe(paperIds);
}

let listening = false;

function startListening(): void {
	if (listening) return;
	listening = true;
	onMe(receive);
	// A page that comes back by the back button, or from behind another tab, is as it was left, whatever happened since.
	window.addEventListener("pageshow", (event) => {
		if (event.persisted) refresh([...watched.keys()]);
	});
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "visible") refresh([...watched.keys()]);
	});
}

function receive({ signedIn, upvoted, counts }: MeAnswer, askedAt: number): void {
	if (!signedIn) forgetAll();
	for (const [id, count] of Object.entries(counts)) {
		const { wish, confirmedAt = 0 } = entryOf(id);
		// A press that came after the question knows better than the answer.
		if (wish === undefined && confirmedAt <= askedAt) {
			change(id, { confirmed: { ...count, upvoted: upvoted.includes(id) }, confirmedAt: askedAt });
		}
	}
}

/**
 * Turns the viewer's vote over, at once on the page and then at the server. While a request runs, further presses only
 * change the wish: the last one wins. Who is not signed in is led to do so, and the vote is cast on the way back.
 */
export async function press(paperId: string): Promise<void> {
	if (!hasHint(document.cookie)) return goToSignIn(paperId);
	const { wish, confirmed } = entryOf(paperId);
	change(paperId, { wish: !(wish ?? confirmed?.upvoted ?? false), problem: undefined });
	if (wish === undefined) await fulfil(paperId);
}

export function dismissProblem(paperId: string): void {
	change(paperId, { problem: undefined });
}

async function fulfil(paperId: string): Promise<void> {
	let { wish } = entryOf(paperId);
	while (wish !== undefined) {
		const outcome = await sendVote(paperId, wish);
		if (outcome.kind === "saved") {
			const later = entryOf(paperId).wish;
			const open = later === outcome.state.upvoted ? undefined : later;
			change(paperId, { confirmed: outcome.state, confirmedAt: performance.now(), wish: open });
		} else {
			const problem = outcome.kind === "failed" ? outcome.sentence : undefined;
			change(paperId, { wish: undefined, problem });
			if (outcome.kind === "signed-out") return goToSignIn(paperId);
			// The vote may have been saved all the same, with only the answer lost.
			askMe([paperId]);
		}
		wish = entryOf(paperId).wish;
	}
}

function goToSignIn(paperId: string): void {
	const next = `${location.pathname}${location.search}#paper-${paperId}`;
	location.assign(signInPath({ next, upvote: paperId }));
}

function change(paperId: string, part: { [Key in keyof Entry]: Entry[Key] | undefined }): void {
	const merged = Object.entries({ ...entryOf(paperId), ...part }).filter(([, value]) => value !== undefined);
	entries.set(paperId, Object.fromEntries(merged));
	emit();
}

function forgetAll(): void {
	entries.clear();
	emit();
}

function emit(): void {
	for (const listener of listeners) listener();
}
