import type { ToggleOutcome } from "./toggle-store";

/** Longer than the server's own patience with its database, so that its answer still gets here. */
const PATIENCE_MS = 20_000;

const NOT_SAVED = "This could not be saved. Try again in a minute.";

/**
 * Sends a wish to the server; also from a page that is being left.
 *
 * @param name under which the wish is sent, and the new state comes back
 */
export async function sendToggle<Name extends string>(
	address: string,
	what: Record<string, string>,
	name: Name,
	on: boolean,
): Promise<ToggleOutcome> {
	try {
		const response = await fetch(address, {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify({ ...what, [name]: on }),
			keepalive: true,
			signal: AbortSignal.timeout(PATIENCE_MS),
		});
		if (response.status === 401) return { kind: "signed-out" };
		const answer = (await response.json()) as Record<Name, boolean> & { error?: string };
		if (response.ok) return { kind: "done", on: answer[name] };
		return { kind: "failed", sentence: answer.error ?? NOT_SAVED };
	} catch {
		// No connection, no answer in time, or one that is not ours, such as a proxy's error page.
		return {
			kind: "failed",
			sentence: navigator.onLine ? NOT_SAVED : "You are offline, so this could not be saved. Try again later.",
		};
	}
}
