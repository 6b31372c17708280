import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { VoteForm } from "@/components/votes/vote-form";
import type { SubmitState } from "@/lib/submissions/types";
import { formatLongDate } from "@/lib/time";
import { OutcomeHeading } from "./outcome-heading";
import { PaperPreviewView } from "./paper-preview";

type SubmitOutcomeProps = {
	state: Exclude<SubmitState, { step: "paste" }>;
	submit: (form: FormData) => void;
	isPending: boolean;
};

const LINK = "text-link underline underline-offset-3";

/** What there is to say of the paper that was looked up, and what can be done with it. */
export function SubmitOutcomeView({ state, submit, isPending }: SubmitOutcomeProps) {
	const { paper } = state;
	const page = `/papers/${paper.id}` as Route;
	if (state.step === "preview") {
		return (
			<section aria-label="The paper that was found" className="space-y-4 border-t border-rule pt-6">
				<PaperPreviewView key={paper.id} paper={state.paper} />
				<form action={submit}>
					<input type="hidden" name="paper" value={state.text} />
					<input type="hidden" name="token" value={state.token} />
					<Button disabled={isPending}>{isPending ? "One moment…" : "List it today"}</Button>
				</form>
				{state.problem && (
					<p role="alert" className="text-accent">
						{state.problem}
					</p>
				)}
			</section>
		);
	}
	if (state.step === "known") {
		return (
			<section aria-label="The paper that was found" className="space-y-4 border-t border-rule pt-6">
				<OutcomeHeading key={paper.id}>It is here already</OutcomeHeading>
				<p className="break-words">
					<a href={page} className={LINK}>
						{paper.title}
					</a>{" "}
					{state.paper.upvoted ? "has your upvote." : "was listed before. Your upvote helps it up the list."}
				</p>
				{!state.paper.upvoted && <VoteForm paperId={paper.id} upvoted={true} next={page} label="Upvote" />}
			</section>
		);
	}
	return (
		<>
			<OutcomeHeading>It is on today's list</OutcomeHeading>
			<p className="break-words">
				<a href={page} className={LINK}>
					{paper.title}
				</a>{" "}
				stands on the list of{" "}
				<a href={`/papers/date/${state.date}`} className={LINK}>
					{formatLongDate(state.date)}
				</a>
				. Submitting casts no vote: upvote it as you would any other.
			</p>
			<VoteForm paperId={paper.id} upvoted={true} next={page} label="Upvote" look="quiet" />
			<p>
				<a href="/papers/submit" className={LINK}>
					Submit another
				</a>
			</p>
		</>
	);
}
