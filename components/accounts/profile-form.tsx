"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useAnswerFocus } from "@/components/ui/use-answer-focus";
import { saveProfileAction } from "@/lib/accounts/settings-actions";
import type { Profile } from "@/lib/accounts/types";

/** Asks for the handle and the name that others see. */
export function ProfileForm({ handle, name }: Profile) {
	const [state, save, isSaving] = useActionState(saveProfileAction, { handle: handle ?? "", name });
	const around = useAnswerFocus<HTMLDivElement>(state);
	const { errors = {} } = state;
	return (
		<div ref={around}>
			<form action={save} className="space-y-4">
				<Field
					label="Handle"
					name="handle"
					placeholder="ada-lovelace"
					autoComplete="username"
					autoCapitalize="none"
					spellCheck={false}
					maxLength={40}
					defaultValue={state.handle}
					{...(errors.handle !== undefined && { error: errors.handle })}
				/>
				<Field
					label="Name, if you like"
					name="name"
					autoComplete="name"
					maxLength={160}
					defaultValue={state.name}
					{...(errors.name !== undefined && { error: errors.name })}
				/>
				<Button disabled={isSaving}>{isSaving ? "Saving…" : "Save"}</Button>
				<div aria-live="polite">
					{state.isSaved && (
						<p tabIndex={-1} className="text-ink outline-none">
							Saved.
						</p>
					)}
				</div>
			</form>
		</div>
	);
}
