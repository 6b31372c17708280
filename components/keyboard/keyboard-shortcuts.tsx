"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { pressKey, SHORTCUTS } from "./shortcuts";

/** So long after `g` its second letter counts. */
const SEQUENCE_MS = 1500;

/** Kept in this browser: who dictates or steers by other means can turn single keys off (WCAG 2.1.4). */
const OFF = "keyboard-off";

/** Listens to the keys that the help names, and shows the help. */
export function KeyboardShortcuts() {
	const dialog = useRef<HTMLDialogElement>(null);
	const [isOff, setOff] = useState(false);

	useEffect(() => {
		setOff(localStorage.getItem(OFF) !== null);
		let gAt = Number.NEGATIVE_INFINITY;
		const listen = (event: KeyboardEvent) => {
			if (localStorage.getItem(OFF) !== null || isMeantElsewhere(event)) return;
			const isAfterG = event.timeStamp - gAt < SEQUENCE_MS;
			gAt = event.key === "g" && !isAfterG ? event.timeStamp : Number.NEGATIVE_INFINITY;
			if (event.key === "?") dialog.current?.showModal();
			else if (!pressKey(event.key, isAfterG)) return;
			event.preventDefault();
		};
		window.addEventListener("keydown", listen);
		return () => window.removeEventListener("keydown", listen);
	}, []);

	const turn = (off: boolean) => {
		if (off) localStorage.setItem(OFF, "1");
		else localStorage.removeItem(OFF);
		setOff(off);
	};

	return (
		<>
			<button type="button" className="no-print hover:underline" onClick={() => dialog.current?.showModal()}>
				Keyboard
			</button>
			<dialog
				ref={dialog}
				aria-labelledby="keyboard-heading"
				className="m-auto w-[min(26rem,calc(100%-2rem))] rounded-xl border border-rule bg-sheet p-6 text-sm text-ink backdrop:bg-black/40"
			>
				<h2 id="keyboard-heading" className="mb-3 text-[21px] font-medium">
					Keyboard
				</h2>
				<dl className="mb-4">
					{SHORTCUTS.map(({ keys, does }) => (
						<div key={does} className="flex justify-between border-b border-rule py-1.5">
							<dt className="text-ink-soft">{does}</dt>
							<dd className="space-x-1">
								{keys.map((key) => (
									<kbd key={key} className="rounded border border-rule px-1.5 py-0.5 font-sans text-xs">
										{key}
									</kbd>
								))}
							</dd>
						</div>
					))}
				</dl>
				<label className="mb-4 flex items-center gap-2">
					<input type="checkbox" checked={!isOff} onChange={(event) => turn(!event.target.checked)} />
					Keys do this
				</label>
				<form method="dialog">
					<Button look="quiet">Close</Button>
				</form>
			</dialog>
		</>
	);
}

/** Typing, and what the browser or a screen reader takes keys with modifiers for. */
function isMeantElsewhere(event: KeyboardEvent): boolean {
	const target = event.target instanceof Element ? event.target : undefined;
	const isTyping = target?.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog") != null;
	return isTyping || event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
}
