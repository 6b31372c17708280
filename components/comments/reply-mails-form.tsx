"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { replyMailsAction } from "@/lib/comments/actions";

/** For the settings: whether replies are mailed. */
export function ReplyMailsForm({ wanted }: { wanted: boolean }) {
	const [state, submit, isPending] = useActionState(replyMailsAction, {});
	return (
		<form action={submit} className="space-y-3">
			<label className="flex items-center gap-2.5 text-ink">
				<input type="checkbox" name="wanted" defaultChecked={wanted} key={String(wanted)} className="size-4" />
				Mail me when somebody replies to a comment of mine
			</label>
			<Button look="quiet" disabled={isPending}>
				Save
			</Button>
			<p role={state.problem ? "alert" : "status"} className={state.problem ? "text-accent" : ""}>
				{state.problem ?? state.done}
			</p>
		</form>
	);
}
