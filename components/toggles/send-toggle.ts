import type { ToggleOutcome } from "./toggle-store";

/** Longer than the server's own patience with its database, so that its answer still gets here. */
const PATIENCE_MS = 20_000;

type Wish<Name extends string> = {
	address: string;
	/** What is turned over: it goes along with the wish. */
	what: Record<string, string>;
	/** Under which the wish is sent, and the new state comes back. */
	name: Name;
	on: boolean;
	/** What a sentence begins with: `Your upvote`. */
	subject: string;
};

/**
 * Sends a wish to the server; also from a page that is being left.
 *
 * @returns the server's answer as the new state
 */
export async function sendToggle<Name extends string, State extends Record<Name, boolean>>({
	address,
	what,
	name,
	on,
	subject,
}: Wish<Name>): Promise<ToggleOutcome<State>> {
	const failed = (sentence?: string) => ({
		kind: "failed" as const,
		sentence: sentence ?? `${subject} could not be saved. Try again in a minute.`,
	});
	try {
		const response = await fetch(address, {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify({ ...what, [name]: on }),
			keepalive: true,
			signal: AbortSignal.timeout(PATIENCE_MS),
		});
		if (response.status === 401) return { kind: "signed-out" };
		const answer = (await response.json()) as State & { error?: string };
		return response.ok ? { kind: "done", state: answer } : failed(answer.error);
	} catch {
		// No connection, no answer in time, or one that is not ours, such as a proxy's error page.
		return failed(navigator.onLine ? undefined : `${subject} could not be saved, as you are offline. Try again later.`);
	}
}
