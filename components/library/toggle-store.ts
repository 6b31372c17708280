/** What this browser knows of something that is on or off for the viewer. Replaced, never changed. */
export type Toggle = {
	/** What the server last said, and when (`performance.now()`). */
	confirmed?: boolean;
	confirmedAt?: number;
	/** What the viewer last pressed for, while the server has not confirmed it. */
	wish?: boolean;
	/** Why the last press came to nothing. */
	problem?: string;
};

export type ToggleOutcome =
	| { kind: "done"; on: boolean }
	| { kind: "signed-out" }
	| { kind: "failed"; sentence: string };

type ToggleMeans = {
	/** Brings a wish to the server. */
	send: (key: string, on: boolean) => Promise<ToggleOutcome>;
	/** Whether it is worth sending anything. */
	isSignedIn: () => boolean;
	goToSignIn: (key: string) => void;
	/** Asks the server how things stand, after a wish of which nobody knows what became. */
	ask: (key: string) => void;
};

export type ToggleStore = ReturnType<typeof createToggleStore>;

const NOTHING: Toggle = {};

/** Holds what is on and off, and turns it over at once on the page and then at the server. */
export function createToggleStore({ send, isSignedIn, goToSignIn, ask }: ToggleMeans) {
	const toggles = new Map<string, Toggle>();
	const listeners = new Set<() => void>();

	const of = (key: string) => toggles.get(key) ?? NOTHING;

	const emit = () => {
		for (const listener of listeners) listener();
	};

	const change = (key: string, part: { [Key in keyof Toggle]: Toggle[Key] | undefined }) => {
		const merged = Object.entries({ ...of(key), ...part }).filter(([, value]) => value !== undefined);
		toggles.set(key, Object.fromEntries(merged));
		emit();
	};

	const fulfil = async (key: string) => {
		for (let { wish } = of(key); wish !== undefined; wish = of(key).wish) {
			const outcome = await send(key, wish);
			if (outcome.kind === "done") {
				const later = of(key).wish;
				const open = later === outcome.on ? undefined : later;
				change(key, { confirmed: outcome.on, confirmedAt: performance.now(), wish: open });
			} else {
				change(key, { wish: undefined, problem: outcome.kind === "failed" ? outcome.sentence : undefined });
				if (outcome.kind === "signed-out") return goToSignIn(key);
				// It may have been done all the same, with only the answer lost.
				ask(key);
			}
		}
	};

	return {
		of,

		/** Calls back whenever anything changed. */
		subscribe(listener: () => void): () => void {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},

		/** Takes what the server says; a press that came after the question knows better than the answer. */
		receive(key: string, on: boolean, askedAt: number): void {
			const { wish, confirmedAt = 0 } = of(key);
			if (wish === undefined && confirmedAt <= askedAt) change(key, { confirmed: on, confirmedAt: askedAt });
		},

		/** Turns it over. While a request runs, further presses only change the wish: the last one wins. */
		async press(key: string): Promise<void> {
			if (!isSignedIn()) return goToSignIn(key);
			const { wish, confirmed } = of(key);
			change(key, { wish: !(wish ?? confirmed ?? false), problem: undefined });
			if (wish === undefined) await fulfil(key);
		},

		dismiss(key: string): void {
			change(key, { problem: undefined });
		},

		/** Of somebody who signed out, nothing stays. */
		forgetAll(): void {
			toggles.clear();
			emit();
		},
	};
}
