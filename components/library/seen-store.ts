import { onMe } from "@/components/accounts/ask-me";
import type { MeAnswer } from "@/lib/votes/types";

/** What the page knows of what the viewer has seen. Replaced, never changed. */
export type SeenState = {
	mode: MeAnswer["seenMode"];
	/** Ids. What was seen on this very page is not among them: nothing goes away under the reader's eyes. */
	seen: ReadonlySet<string>;
	/** Whether those that are hidden are shown all the same. */
	showsAll: boolean;
};

const NOBODY: SeenState = { mode: "off", seen: new Set(), showsAll: false };

let state = NOBODY;
const listeners = new Set<() => void>();
/** Ids of which the server has said how they stand: its first word counts. */
const told = new Set<string>();

export const readSeen = () => state;
export const readSeenAtServer = () => NOBODY;

export function subscribeToSeen(listener: () => void): () => void {
	listenToMe();
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export function showAllSeen(showsAll: boolean): void {
	set({ ...state, showsAll });
}

let listening = false;

function listenToMe(): void {
	if (listening) return;
	listening = true;
	onMe(receive);
}

function receive({ seenMode, seen, counts }: MeAnswer): void {
	if (seenMode === "off") {
		told.clear();
		if (state.mode !== "off") set(NOBODY);
		return;
	}
	const fresh = Object.keys(counts).filter((id) => !told.has(id));
	for (const id of fresh) told.add(id);
	const known = new Set([...state.seen, ...seen.filter((id) => fresh.includes(id))]);
	if (seenMode !== state.mode || known.size > state.seen.size) set({ ...state, mode: seenMode, seen: known });
}

function set(next: SeenState): void {
	state = next;
	for (const listener of listeners) listener();
}
