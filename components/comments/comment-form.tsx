"use client";

import { useActionState, useRef } from "react";
import { Button } from "@/components/ui/button";
import { useAnswerFocus } from "@/components/ui/use-answer-focus";
import { signInPath } from "@/lib/accounts/intent";
import { postCommentAction } from "@/lib/comments/actions";
import type { WriteState } from "@/lib/comments/types";
import { BodyField } from "./body-field";
import { forgetDraft, useDraft } from "./use-draft";
import { useOwnPage } from "./use-own-page";

type CommentFormProps = {
	paperId: string;
	label: string;
	/** The comment that it answers. */
	to?: number;
	/** What the field begins with. */
	text?: string;
	/** The page that it stands on, to come back to. */
	path: string;
};

/** Writes a comment or a reply. The same for everybody: who is signed out is told so with their text kept. */
export function CommentForm({ paperId, label, to, text = "", path }: CommentFormProps) {
	const [state, submit, isPending] = useActionState<WriteState, FormData>(postCommentAction, { text });
	const around = useAnswerFocus<HTMLFormElement>(state);
	const field = useRef<HTMLTextAreaElement>(null);
	useOwnPage(isPending);
	useDraft(path, field, state.problem === undefined ? undefined : state.text);
	return (
		<form id="write" ref={around} action={submit} onSubmit={() => forgetDraft(path)} className="max-w-[68ch] space-y-3">
			<input type="hidden" name="paper" value={paperId} />
			{to !== undefined && <input type="hidden" name="to" value={to} />}
			<BodyField label={label} text={state.text} problem={state.problem} field={field} />
			{state.needs && <WayThere needs={state.needs} path={path} />}
			<Button disabled={isPending}>{isPending ? "Posting…" : "Post"}</Button>
		</form>
	);
}

/** In another tab, so that the text stays in this one. */
function WayThere({ needs, path }: { needs: NonNullable<WriteState["needs"]>; path: string }) {
	const href = needs === "handle" ? "/settings" : signInPath({ next: `${path}#write` });
	return (
		<p className="text-sm">
			<a href={href} target="_blank" className="text-link underline underline-offset-3" rel="noopener">
				{needs === "handle" ? "Choose a handle in your settings" : "Sign in"}
			</a>{" "}
			(opens another tab)
		</p>
	);
}
