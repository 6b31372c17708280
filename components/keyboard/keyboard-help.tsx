"use client";

import { type RefObject, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { areKeysOn, turnKeys } from "./keys-switch";
import { SHORTCUTS } from "./shortcuts";

/** What keys do, and the switch for who dictates or steers by other means. Opens as soon as it is there. */
export function KeyboardHelp({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
	const [isOn, setOn] = useState(areKeysOn);
	useEffect(() => dialog.current?.showModal(), [dialog]);

	return (
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
				<input
					type="checkbox"
					checked={isOn}
					onChange={(event) => {
						turnKeys(event.target.checked);
						setOn(event.target.checked);
					}}
				/>
				Keys do this
			</label>
			<form method="dialog">
				<Button look="quiet">Close</Button>
			</form>
		</dialog>
	);
}
