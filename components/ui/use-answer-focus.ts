import { type RefObject, useEffect, useRef } from "react";

/** A field that was refused, or what has come in the place of the pressed button. */
const ANSWER = "[aria-invalid=true], [tabindex='-1']";

/**
 * Moves the focus to a form's answer when it has come: the button that had it is gone, or was disabled meanwhile. On a page
 * that comes with an answer from the server the focus stays where browsers begin.
 *
 * @param state of `useActionState`, which is another object after each answer
 * @returns for the element around the form and its answer
 */
export function useAnswerFocus<Around extends HTMLElement>(state: object): RefObject<Around | null> {
	const around = useRef<Around>(null);
	const seen = useRef(state);
	useEffect(() => {
		if (state === seen.current) return;
		seen.current = state;
		around.current?.querySelector<HTMLElement>(ANSWER)?.focus();
	}, [state]);
	return around;
}
