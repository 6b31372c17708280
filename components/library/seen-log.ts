/** So long a paper has to stay above the window before it counts as scrolled past for good. */
const PAST_MS = 5_000;

/** As many as `/api/seen` takes in one call. */
const PAPERS_A_CALL = 100;

type SeenLogMeans = {
	/** Brings ids to the server, also from a page that is being left. */
	send: (ids: string[]) => void;
	now: () => number;
};

/** Gathers which papers were seen, and sends each once. */
export function createSeenLog({ send, now }: SeenLogMeans) {
	const inView = new Set<string>();
	/** Those above the window, and since when. */
	const past = new Map<string, number>();
	const sent = new Set<string>();

	const deliver = (ids: string[]) => {
		const fresh = ids.filter((id) => !sent.has(id));
		for (const id of fresh) sent.add(id);
		for (let start = 0; start < fresh.length; start += PAPERS_A_CALL) send(fresh.slice(start, start + PAPERS_A_CALL));
	};

	return {
		/** A paper came into the window, or left it. One that was jumped over has never been in it. */
		move(id: string, place: "in" | "above" | "below"): void {
			if (place === "above" && inView.has(id)) past.set(id, now());
			if (place === "in") {
				inView.add(id);
				past.delete(id);
			}
		},

		/** A paper's own page was opened. */
		open(id: string): void {
			deliver([id]);
		},

		/** Sends what has stayed above for long enough; all that is above, where the page is being left. */
		flush(isLeaving: boolean): void {
			const due = [...past].filter(([, since]) => isLeaving || now() - since >= PAST_MS).map(([id]) => id);
			for (const id of due) past.delete(id);
			deliver(due);
		},
	};
}
