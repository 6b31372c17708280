"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { deletePasskeyAction } from "@/lib/accounts/passkeys-actions";
import { PasskeyForm } from "./passkey-form";

type Passkey = { id: string; name: string; createdAt: Date; usedAt: Date | null };

/** Somebody's passkeys, with a way to delete each and to add one. */
export function PasskeyList({ passkeys }: { passkeys: Passkey[] }) {
	const [state, remove, isWorking] = useActionState(deletePasskeyAction, {});
	return (
		<div className="space-y-4">
			{passkeys.length > 0 && (
				<ul className="space-y-3">
					{passkeys.map(({ id, name, createdAt, usedAt }) => (
						<li key={id} className="flex items-center justify-between gap-4">
							<span className="min-w-0">
								<span className="block break-words text-ink">{name}</span>
								<span className="text-sm text-ink-faint">
									Added {dayOf(createdAt)}, {usedAt ? `last used ${dayOf(usedAt)}` : "never used"}
								</span>
							</span>
							<form action={remove}>
								<input type="hidden" name="id" value={id} />
								<Button look="quiet" disabled={isWorking}>
									Delete<span className="sr-only"> the passkey {name}</span>
								</Button>
							</form>
						</li>
					))}
				</ul>
			)}
			{state.error && (
				<p role="alert" className="text-accent">
					{state.error}
				</p>
			)}
			<PasskeyForm />
		</div>
	);
}

/** The UTC day, as the feed has its days. */
function dayOf(instant: Date): string {
	return instant.toISOString().slice(0, 10);
}
