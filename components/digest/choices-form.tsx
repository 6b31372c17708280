"use client";

import { useActionState, useRef, useState } from "react";
import { ChoicesFields } from "@/components/digest/choices-fields";
import { Button } from "@/components/ui/button";
import { useAnswerFocus } from "@/components/ui/use-answer-focus";
import type { Preview } from "@/lib/digest/types";
import { choicesAction } from "@/lib/subscribers/actions";
import type { ChoiceFields } from "@/lib/subscribers/choices";
import type { ChoicesFormState } from "@/lib/subscribers/types";

const UNSENT: ChoicesFormState = { status: "unsent", message: "" };

/** After the last change, in milliseconds: as long as a pause between two words. */
const PREVIEW_PAUSE = 500;

type Shown = { html?: string | undefined; problem?: string };

type ChoicesFormProps = {
	token: string;
	/** As they are saved. */
	fields: ChoiceFields;
	timeZones: string[];
	/** The mail that they bring. */
	preview: Preview;
	unsubscribePath: string;
};

/** The choices of a subscriber, and beside them the mail that these bring. Without a script, the one that the saved ones bring. */
export function ChoicesForm({ token, fields, timeZones, preview, unsubscribePath }: ChoicesFormProps) {
	const [state, submit, isPending] = useActionState(choicesAction, UNSENT);
	const around = useAnswerFocus<HTMLDivElement>(state);
	const [shown, showNext] = usePreview(preview);
	const values = state.fields ?? fields;
	return (
		<div ref={around} className="gap-10 wide:grid wide:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
			<form action={submit} onChange={(event) => showNext(event.currentTarget)} className="space-y-8">
				<input type="hidden" name="token" value={token} />
				{/* Once sent, a form goes back to what it began with: these begin with what was sent. */}
				<ChoicesFields
					key={JSON.stringify(values)}
					values={values}
					timeZones={timeZones}
					errors={state.field === undefined ? {} : { [state.field]: state.message }}
				/>
				<div className="flex items-center gap-4">
					<Button disabled={isPending}>{isPending ? "Saving…" : "Save"}</Button>
					<a href={unsubscribePath} className="text-sm text-link underline underline-offset-3">
						Unsubscribe instead
					</a>
				</div>
				{state.field === undefined && (
					<p
						tabIndex={-1}
						role={state.status === "refused" ? "alert" : "status"}
						className={`outline-none ${state.status === "refused" ? "text-accent" : "text-ink"}`}
					>
						{state.message}
					</p>
				)}
			</form>
			<section aria-labelledby="preview-heading" className="mt-10 wide:sticky wide:top-6 wide:mt-0 wide:self-start">
				<h2 id="preview-heading" className="mb-2 text-[20px] font-medium">
					The mail that this brings
				</h2>
				<p aria-live="polite" className="mb-2 min-h-5 text-[13px] text-ink-faint">
					{shown.problem ?? "Made of the newest edition, whether you have had it or not."}
				</p>
				{shown.html !== undefined && (
					<iframe
						title="Preview of the mail"
						srcDoc={shown.html}
						sandbox=""
						className="h-[75vh] w-full rounded-xl border border-rule bg-sheet"
					/>
				)}
			</section>
		</div>
	);
}

/** @returns what is shown, and what shows the mail of a form that has just changed, once no further change follows */
function usePreview(first: Preview) {
	const [shown, setShown] = useState<Shown>(first);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const asked = useRef(0);
	const ask = async (form: HTMLFormElement) => {
		asked.current += 1;
		const mine = asked.current;
		const answer = await fetchPreview(new FormData(form));
		// An answer that was overtaken by a later one says nothing any more.
		if (mine === asked.current) setShown((before) => ("html" in answer ? answer : { ...before, ...answer }));
	};
	const showNext = (form: HTMLFormElement) => {
		clearTimeout(timer.current);
		timer.current = setTimeout(() => ask(form), PREVIEW_PAUSE);
	};
	return [shown, showNext] as const;
}

/** Without `html`, what was shown before stays. */
async function fetchPreview(body: FormData): Promise<Shown> {
	try {
		const response = await fetch("/api/digest/preview", { method: "POST", body });
		if (response.ok) return { html: await response.text() };
		const { error }: { error?: unknown } = await response.json();
		return response.status === 404 ? { html: undefined, problem: String(error) } : { problem: String(error) };
	} catch {
		return { problem: "The preview could not be made. Are you offline?" };
	}
}
