"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonState } from "@/lib/accounts/types";

type ActionButtonProps = {
	action: (state: ButtonState, form: FormData) => Promise<ButtonState>;
	label: string;
	/** What tells this button from others of the same label, for who can't see where it stands. */
	about?: string;
	/** A hidden field: name and value. */
	field?: { name: string; value: string };
};

/** A form with nothing but a button, and why pressing it failed. */
export function ActionButton({ action, label, about, field }: ActionButtonProps) {
	const [state, press, isPending] = useActionState(action, {});
	return (
		<form action={press}>
			{field && <input type="hidden" {...field} />}
			<Button look="quiet" disabled={isPending}>
				{label}
				{about && <span className="sr-only">: {about}</span>}
			</Button>
			{state.error && (
				<p role="alert" className="mt-2 text-accent">
					{state.error}
				</p>
			)}
		</form>
	);
}
