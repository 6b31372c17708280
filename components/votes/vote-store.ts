import { askMe, onMe } from "@/components/accounts/ask-me";
import { sendToggle } from "@/components/toggles/send-toggle";
import { createToggleStore } from "@/components/toggles/toggle-store";
import { hasHint } from "@/lib/accounts/hint-cookie";
import { signInPath } from "@/lib/accounts/intent";
import type { MeAnswer, VoteState } from "@/lib/votes/types";

/** The viewer's votes, by paper. Who is not signed in is led to do so, and the vote is cast on the way back. */
export const votes = createToggleStore<VoteState>({
	send: (paper, on) =>
		sendToggle({ address: "/api/votes", what: { paper }, name: "upvoted", on, subject: "Your upvote" }),
	isOn: ({ upvoted }) => upvoted,
	isSignedIn: () => hasHint(document.cookie),
	goToSignIn: (paper) => {
		const next = `${location.pathname}${location.search}#paper-${paper}`;
		location.assign(signInPath({ next, upvote: paper }));
	},
	ask: (paper) => askMe([paper]),
});

/** How many buttons there are for each paper on the page. */
const watched = new Map<string, number>();

/** Keeps what is known of a paper up to date while a button for it is on the page. */
export function watch(paperId: string): () => void {
	if (watched.size === 0) startListening();
	watched.set(paperId, (watched.get(paperId) ?? 0) + 1);
	askMe([paperId]);
	return () => {
		const left = (watched.get(paperId) ?? 1) - 1;
		if (left > 0) watched.set(paperId, left);
		else watched.delete(paperId);
	};
}

let listening = false;

function startListening(): void {
	if (listening) return;
	listening = true;
	onMe(receive);
	// A page that comes back by the back button, or from behind another tab, is as it was left, whatever happened since.
	window.addEventListener("pageshow", (event) => {
		if (event.persisted) askMe([...watched.keys()]);
	});
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "visible") askMe([...watched.keys()]);
	});
}

function receive({ signedIn, upvoted, counts }: MeAnswer, askedAt: number): void {
	if (!signedIn) votes.forgetAll();
	for (const [id, count] of Object.entries(counts)) {
		votes.receive(id, { ...count, upvoted: upvoted.includes(id) }, askedAt);
	}
}
