"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { signOutAction } from "@/lib/accounts/actions";

export function SignOutButton() {
	const [state, leave, isLeaving] = useActionState(signOutAction, {});
	return (
		<form action={leave}>
			<Button look="quiet" disabled={isLeaving}>
				Sign out
			</Button>
			{state.error && (
				<p role="alert" className="mt-2 text-accent">
					{state.error}
				</p>
			)}
		</form>
	);
}
