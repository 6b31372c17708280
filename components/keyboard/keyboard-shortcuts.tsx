"use client";

import { type ComponentType, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { areKeysOn } from "./keys-switch";

/** So long after `g` its second letter counts. */
const SEQUENCE_MS = 1500;

/** All that `pressKey` and the help know. */
const KEYS = new Set("jkousgdwmt/?");

type Help = ComponentType<{ dialog: RefObject<HTMLDialogElement | null> }>;

/** Listens to the keys that the help names, and fetches and shows the help when it is asked for. */
export function KeyboardShortcuts() {
	const dialog = useRef<HTMLDialogElement>(null);
	const [Help, setHelp] = useState<Help>();
	const [isMissing, setMissing] = useState(false);
	const [isListening, setListening] = useState(false);

	const showHelp = useCallback(() => {
		if (dialog.current) return dialog.current.showModal();
		import("./keyboard-help").then(
			({ KeyboardHelp }) => setHelp(() => KeyboardHelp),
			() => setMissing(true),
		);
	}, []);

	useEffect(() => {
		let gAt = Number.NEGATIVE_INFINITY;
		const listen = (event: KeyboardEvent) => {
			if (!areKeysOn() || isMeantElsewhere(event)) return;
			const isAfterG = event.timeStamp - gAt < SEQUENCE_MS;
			gAt = event.key === "g" && !isAfterG ? event.timeStamp : Number.NEGATIVE_INFINITY;
			if (!KEYS.has(event.key)) return;
			event.preventDefault();
			if (event.key === "?") showHelp();
			else
				import("./keys").then(
					({ pressKey }) => pressKey(event.key, isAfterG),
					() => undefined,
				);
		};
		window.addEventListener("keydown", listen);
		setListening(true);
		return () => window.removeEventListener("keydown", listen);
	}, [showHelp]);

	return (
		<>
			<button
				type="button"
				className="no-print hover:underline"
				aria-keyshortcuts={isListening ? "?" : undefined}
				onClick={showHelp}
			>
				Keyboard
			</button>
			<span role="status">{isMissing && "The help could not be fetched. Try again."}</span>
			{Help && <Help dialog={dialog} />}
		</>
	);
}

/** Typing, and what the browser or a screen reader takes keys with modifiers for. */
function isMeantElsewhere(event: KeyboardEvent): boolean {
	const target = event.target instanceof Element ? event.target : undefined;
	const isTyping = target?.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog") != null;
	return isTyping || event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
}
