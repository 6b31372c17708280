import { type RefObject, useEffect } from "react";

/** Longer than signing in takes, shorter than anybody remembers. */
const KEPT_MS = 24 * 60 * 60_000;

/**
 * Keeps a text that could not be posted yet in this browser, for the way to signing in and back: the link in the mail opens
 * another tab. Without a script the text stays in the form of the first.
 *
 * @param unposted undefined while nothing has to be kept
 */
export function useDraft(
	name: string,
	field: RefObject<HTMLTextAreaElement | null>,
	unposted: string | undefined,
): void {
	const key = `draft:${name}`;
	useEffect(() => {
		if (unposted === undefined) {
			const draft = readDraft(key);
			if (draft !== undefined && field.current?.value === field.current?.defaultValue && field.current) {
				field.current.value = draft;
			}
		} else writeDraft(key, unposted);
	}, [key, field, unposted]);
}

/** Forgets a text that is about to be posted. */
export function forgetDraft(name: string): void {
	try {
		localStorage.removeItem(`draft:${name}`);
	} catch {
		// The browser keeps nothing for us, so there is nothing to forget.
	}
}

function readDraft(key: string): string | undefined {
	try {
		const { text, at } = JSON.parse(localStorage.getItem(key) ?? "{}");
		return typeof text === "string" && Date.now() - at < KEPT_MS ? text : undefined;
	} catch {
		// Nothing kept, or not by us.
		return undefined;
	}
}

function writeDraft(key: string, text: string): void {
	try {
		localStorage.setItem(key, JSON.stringify({ text, at: Date.now() }));
	} catch {
		// The browser keeps nothing for us; the text is still in the form.
	}
}
