import { sendToggle } from "@/components/toggles/send-toggle";
import { createToggleStore } from "@/components/toggles/toggle-store";
import { hasHint } from "@/lib/accounts/hint-cookie";
import { signInPath } from "@/lib/accounts/intent";
import type { FollowState, FollowTarget } from "@/lib/following/types";

const PATIENCE_MS = 10_000;

const isSignedIn = () => hasHint(document.cookie);

/** What the viewer follows, by {@link keyOf}. */
export const follows = createToggleStore<FollowState>({
	send: (key, on) =>
		sendToggle({ address: "/api/following", what: readKey(key), name: "followed", on, subject: "This" }),
	isOn: ({ followed }) => followed,
	isSignedIn,
	goToSignIn: () => location.assign(signInPath({ next: `${location.pathname}${location.search}` })),
	ask: (key) => void ask(key),
});

/** What is followed, in one text. */
export function keyOf({ kind, slug }: FollowTarget): string {
	return new URLSearchParams({ kind, slug }).toString();
}

/** Has the server say whether the viewer follows something; forgets what somebody follows who signed out. */
export function watchFollow(key: string): void {
	if (isSignedIn()) void ask(key);
	else follows.forgetAll();
}

async function ask(key: string): Promise<void> {
	const askedAt = performance.now();
	try {
		const response = await fetch(`/api/following?${key}`, { signal: AbortSignal.timeout(PATIENCE_MS) });
		if (!response.ok) return;
		follows.receive(key, (await response.json()) as FollowState, askedAt);
	} catch {
		// Offline, or too slow: the page stays as everybody sees it, and following still works and says so if it does not.
	}
}

function readKey(key: string): Record<string, string> {
	return Object.fromEntries(new URLSearchParams(key));
}
