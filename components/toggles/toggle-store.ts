/** What this browser knows of something that is on or off for the viewer. Replaced, never changed. */
export type Toggle<State> = {
	/** What the server last said, and when (`performance.now()`). */
	confirmed?: State;
	confirmedAt?: number;
	/** What the viewer last pressed for, while the server has not confirmed it. */
	wish?: boolean;
	/** Why the last press came to nothing. */
	problem?: string;
};

export type ToggleOutcome<State> =
	| { kind: "done"; state: State }
	| { kind: "signed-out" }
	| { kind: "failed"; sentence: string };

type ToggleMeans<State> = {
	/** Brings a wish to the server. */
	send: (key: string, on: boolean) => Promise<ToggleOutcome<State>>;
	isOn: (state: State) => boolean;
	/** Whether it is worth sending anything. */
	isSignedIn: () => boolean;
	goToSignIn: (key: string) => void;
	/** Asks the server how things stand, after a wish of which nobody knows what became. */
	ask: (key: string) => void;
};

export type ToggleStore<State> = ReturnType<typeof createToggleStore<State>>;

/** Holds what is on and off, and turns it over at once on the page and then at the server. */
export function createToggleStore<State>({ send, isOn, isSignedIn, goToSignIn, ask }: ToggleMeans<State>) {
	const nothing: Toggle<State> = {};
	const toggles = new Map<string, Toggle<State>>();
	const listeners = new Set<() => void>();

	const of = (key: string) => toggles.get(key) ?? nothing;

	const emit = () => {
		for (const listener of listeners) listener();
	};

	const change = (key: string, part: { [Key in keyof Toggle<State>]: Toggle<State>[Key] | undefined }) => {
		const merged = Object.entries({ ...of(key), ...part }).filter(([, value]) => value !== undefined);
		toggles.set(key, Object.fromEntries(merged));
		emit();
	};

	const fulfil = async (key: string) => {
		for (let { wish } = of(key); wish !== undefined; wish = of(key).wish) {
			const outcome = await send(key, wish);
			if (outcome.kind === "done") {
				const later = of(key).wish;
				const open = later === isOn(outcome.state) ? undefined : later;
				change(key, { confirmed: outcome.state, confirmedAt: performance.now(), wish: open });
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
		isOn,

		/** Calls back whenever anything changed. */
		subscribe(listener: () => void): () => void {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},

		/** Takes what the server says; a press that came after the question knows better than the answer. */
		receive(key: string, state: State, askedAt: number): void {
			const { wish, confirmedAt = 0 } = of(key);
			if (wish === undefined && confirmedAt <= askedAt) change(key, { confirmed: state, confirmedAt: askedAt });
		},

		/** Turns it over. While a request runs, further presses only change the wish: the last one wins. */
		async press(key: string): Promise<void> {
			if (!isSignedIn()) return goToSignIn(key);
			const { wish, confirmed } = of(key);
			change(key, { wish: !(wish ?? (confirmed !== undefined && isOn(confirmed))), problem: undefined });
			if (wish === undefined) await fulfil(key);
		},

		dismiss(key: string): void {
			change(key, { problem: undefined });
		},

		/** Of somebody who signed out, nothing stays. */
		forgetAll(): void {
			if (toggles.size === 0) return;
			toggles.clear();
			emit();
		},
	};
}
