import { useSyncExternalStore } from "react";
import type { Toggle, ToggleStore } from "./toggle-store";

const UNKNOWN = {};

/** What is known of something that is on or off; nothing at the server. */
export function useToggle<State>(store: ToggleStore<State>, key: string): Toggle<State> {
	return useSyncExternalStore(
		store.subscribe,
		() => store.of(key),
		() => UNKNOWN,
	);
}

/** How something stands, as the page shows it: the viewer's wish before the server's word. */
export function useSwitch<State>(
	store: ToggleStore<State>,
	key: string,
): { isOn: boolean; problem: string | undefined } {
	const { wish, confirmed, problem } = useToggle(store, key);
	return { isOn: wish ?? (confirmed !== undefined && store.isOn(confirmed)), problem };
}
