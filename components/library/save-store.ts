import { askMe, onMe } from "@/components/accounts/ask-me";
import { sendToggle } from "@/components/toggles/send-toggle";
import { createToggleStore } from "@/components/toggles/toggle-store";
import { hasHint } from "@/lib/accounts/hint-cookie";
import { signInPath } from "@/lib/accounts/intent";
import type { SaveState } from "@/lib/library/types";

/** Which papers of the page are in the viewer's library, by id. */
export const saves = createToggleStore<SaveState>({
	send: (paper, on) => sendToggle({ address: "/api/saves", what: { paper }, name: "saved", on, subject: "The paper" }),
	isOn: ({ saved }) => saved,
	isSignedIn: () => hasHint(document.cookie),
	goToSignIn: (paper) => location.assign(signInPath({ next: `${location.pathname}${location.search}#paper-${paper}` })),
	ask: (paper) => askMe([paper]),
});

let listening = false;

/** Has the server say of a paper on the page whether it is saved; forgets what somebody saved who signed out. */
export function watchSave(paperId: string): void {
	if (!listening) {
		listening = true;
		onMe(({ signedIn, saved, counts }, askedAt) => {
			if (!signedIn) saves.forgetAll();
			for (const id of Object.keys(counts)) saves.receive(id, { saved: saved.includes(id) }, askedAt);
		});
		window.addEventListener("pageshow", (event) => {
			if (event.persisted) askMe([]);
		});
	}
	askMe([paperId]);
}
