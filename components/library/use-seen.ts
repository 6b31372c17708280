import { useEffect, useSyncExternalStore } from "react";
import { readSeen, readSeenAtServer, type SeenState, subscribeToSeen } from "./seen-store";

/** What is known of what the viewer has seen; nothing at the server and for who keeps nothing. */
export function useSeen(): SeenState {
	return useSyncExternalStore(subscribeToSeen, readSeen, readSeenAtServer);
}

/** Notes which papers of a list are scrolled past, while the viewer has asked for that. */
export function useSeenWatch(isOn: boolean): void {
	useEffect(
		() => (isOn ? begin(import("./seen-watch").then(({ watchScrolling }) => watchScrolling)) : undefined),
		[isOn],
	);
}

/** Notes that a paper's page is open, while the viewer has asked for that. */
export function useSeenOpened(paperId: string): void {
	const isOn = useSeen().mode !== "off";
	useEffect(
		() =>
			isOn
				? begin(
						import("./seen-watch").then(
							({ noteOpened }) =>
								() =>
									void noteOpened(paperId),
						),
					)
				: undefined,
		[isOn, paperId],
	);
}

/** Few ask for it, so it is fetched for them alone. What can't be fetched is seen once more. Gives what ends it. */
function begin(watch: Promise<() => (() => void) | undefined>): () => void {
	let stop: (() => void) | undefined;
	let isOver = false;
	watch.then(
		(start) => {
			if (!isOver) stop = start();
		},
		() => undefined,
	);
	return () => {
		isOver = true;
		stop?.();
	};
}
