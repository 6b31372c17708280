"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { type Decision, REASON_MAX } from "@/lib/curation/schemas";
import { useDesk } from "./desk";

type DecisionFormProps = {
	/** What is decided: a comment, a burst, a claim. */
	id: number | string;
	/** What to call it, for who hears the buttons one by one. */
	name: string;
	/** The acts, each with the word on its button. */
	decisions: readonly [act: Decision, label: string][];
	asksReason?: boolean;
};

/** One thing in a queue, with a button for each decision. */
export function DecisionForm({ id, name, decisions, asksReason = false }: DecisionFormProps) {
	const { act, isPending } = useDesk();
	return (
		<form action={act} className="mt-2 flex flex-wrap items-end gap-2">
			<input type="hidden" name="id" value={id} />
			{asksReason && (
				<Field
					label="Reason, for other curators"
					name="reason"
					maxLength={REASON_MAX}
					autoComplete="off"
					className="basis-full"
				/>
			)}
			{decisions.map(([decision, label]) => (
				<Button key={decision} name="act" value={decision} look="quiet" disabled={isPending}>
					{label}
					<span className="sr-only"> {name}</span>
				</Button>
			))}
		</form>
	);
}
