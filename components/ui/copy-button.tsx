"use client";

import { useState, useSyncExternalStore } from "react";

const STATES = { ready: undefined, copied: "Copied", failed: "Not copied: mark the text and copy it by hand" };

/** A text, or the id of the element that holds it: what stands on the page need not come with it twice. */
type CopyButtonProps = { label: string } & ({ text: string; textOf?: never } | { textOf: string; text?: never });

/** Puts a text onto the clipboard. Not there without a script: the text can be marked. */
export function CopyButton({ label, text, textOf }: CopyButtonProps) {
	const [state, setState] = useState<keyof typeof STATES>("ready");
	const canCopy = useSyncExternalStore(
		() => () => undefined,
		() => true,
		() => false,
	);
	if (!canCopy) return null;
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(text ?? document.getElementById(textOf)?.textContent ?? "");
			setState("copied");
		} catch {
			// The browser does not let us, as on pages that came by plain http.
			setState("failed");
		}
	};
	return (
		<>
			<button type="button" className="text-link underline underline-offset-3" onClick={copy}>
				{label}
			</button>
			<span role="status" className="text-ink-faint">
				{STATES[state]}
			</span>
		</>
	);
}
