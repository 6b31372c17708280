"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { curateAction } from "@/lib/curation/actions";
import { REASON_MAX } from "@/lib/curation/schemas";
import type { CuratedPaper } from "@/lib/curation/types";
import type { UtcDate } from "@/lib/time";

/** Hides a paper or shows it again, and moves it to another day. */
export function CurateForms({ paper, today }: { paper: CuratedPaper; today: UtcDate }) {
	const [state, act, isPending] = useActionState(curateAction, {});
	return (
		<>
			<div aria-live="polite">
				{state.done && <p className="text-ink">{state.done}</p>}
				{state.problem && <p className="text-accent">{state.problem}</p>}
			</div>
			<form action={act} className="flex items-end gap-2">
				<input type="hidden" name="paper" value={paper.id} />
				<input type="hidden" name="act" value={paper.isHidden ? "unhide" : "hide"} />
				{!paper.isHidden && (
					<Field
						label="Reason, for other curators"
						name="reason"
						maxLength={REASON_MAX}
						autoComplete="off"
						defaultValue={state.reason}
					/>
				)}
				<Button look="quiet" disabled={isPending}>
					{paper.isHidden ? "Show it again" : "Hide"}
				</Button>
			</form>
			{paper.editionDate !== null && (
				<form action={act} className="flex items-end gap-2">
					<input type="hidden" name="paper" value={paper.id} />
					<input type="hidden" name="act" value="move" />
					<Field
						label="Move to the list of"
						name="date"
						type="date"
						required
						max={today}
						defaultValue={state.date || paper.editionDate}
					/>
					<Button look="quiet" disabled={isPending}>
						Move
					</Button>
				</form>
			)}
		</>
	);
}
