import { askMe, onMe } from "@/components/accounts/ask-me";
import { hasHint } from "@/lib/accounts/hint-cookie";
import { signInPath } from "@/lib/accounts/intent";
import { sendToggle } from "./send-toggle";
import { createToggleStore } from "./toggle-store";

const isSignedIn = () => hasHint(document.cookie);

/** Which papers of the page are in the viewer's library, by id. */
export const saves = createToggleStore({
	send: (paper, saved) => sendToggle("/api/saves", { paper }, "saved", saved),
	isSignedIn,
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
			for (const id of Object.keys(counts)) saves.receive(id, saved.includes(id), askedAt);
		});
		window.addEventListener("pageshow", () => {
			if (!isSignedIn()) saves.forgetAll();
		});
	}
	if (!isSignedIn()) saves.forgetAll();
	askMe([paperId]);
}
