"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { submitAction } from "@/lib/submissions/actions";
import type { SubmitRules, SubmitState } from "@/lib/submissions/types";
import { countDays, countPapers } from "@/lib/submissions/words";
import { SubmitOutcomeView } from "./submit-outcome";

type SubmitFormProps = {
	/** What the field begins with. */
	text: string;
	/** None hold for curators. */
	rules?: SubmitRules;
};

/** Asks for a paper, shows what was found, and lists it at a second press. Plain forms where there is no JavaScript. */
export function SubmitForm({ text, rules }: SubmitFormProps) {
	const [state, submit, isPending] = useActionState<SubmitState, FormData>(submitAction, { step: "paste", text });
	if (state.step === "listed") return <SubmitOutcomeView state={state} submit={submit} isPending={isPending} />;
	const { problem } = state;
	return (
		<>
			<p>
				It goes on today's list for everybody to read and upvote.{" "}
				{rules
					? `It may have come out up to ${countDays(rules.maxAgeDays)} ago, and one person can submit ${countPapers(rules.dailyLimit)} a day.`
					: "You are a curator: no limits of age or number hold for you."}
			</p>
			<form action={submit} className="space-y-4">
				<Field
					label="arXiv id or address of the paper"
					name="paper"
					required
					maxLength={500}
					autoComplete="off"
					autoCapitalize="off"
					spellCheck={false}
					placeholder="https://arxiv.org/abs/2412.14093"
					defaultValue={state.text}
					{...(state.step === "paste" && problem !== undefined && { error: problem })}
				/>
				<Button look={state.step === "paste" ? "primary" : "quiet"} disabled={isPending}>
					{isPending ? "One moment…" : "Look it up"}
				</Button>
			</form>
			{state.step !== "paste" && <SubmitOutcomeView state={state} submit={submit} isPending={isPending} />}
		</>
	);
}
