import { useSyncExternalStore } from "react";
import type { Toggle, ToggleStore } from "./toggle-store";

const UNKNOWN: Toggle = {};

/** How something stands, as the page shows it: the viewer's wish before the server's word. */
export function useToggle(store: ToggleStore, key: string): { isOn: boolean; problem: string | undefined } {
	const { wish, confirmed, problem } = useSyncExternalStore(
		store.subscribe,
		() => store.of(key),
		() => UNKNOWN,
	);
	return { isOn: wish ?? confirmed ?? false, problem };
}
