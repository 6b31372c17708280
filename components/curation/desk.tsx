"use client";

import { createContext, type ReactNode, useActionState, useContext } from "react";
import { useAnswerFocus } from "@/components/ui/use-answer-focus";
import { decideAction } from "@/lib/curation/actions";
import type { DecisionState } from "@/lib/curation/types";

type Press = { act: (form: FormData) => void; isPending: boolean };

const DeskContext = createContext<Press | undefined>(undefined);

type DeskProps = {
	/** What takes the forms; that of the queues unless told otherwise. */
	action?: (previous: DecisionState, form: FormData) => Promise<DecisionState>;
	children: ReactNode;
};

/** Around a queue. Its forms share one answer, which stands on top: what was decided is gone from below. */
export function Desk({ action = decideAction, children }: DeskProps) {
	const [state, act, isPending] = useActionState(action, {});
	const around = useAnswerFocus<HTMLDivElement>(state);
	return (
		<DeskContext value={{ act, isPending }}>
			<div ref={around}>
				{state.done && (
					<p role="status" tabIndex={-1} className="text-ink outline-none">
						{state.done}
					</p>
				)}
				{state.problem && (
					<p role="alert" tabIndex={-1} className="text-accent outline-none">
						{state.problem}
					</p>
				)}
			</div>
			{children}
		</DeskContext>
	);
}

/** What the forms on a desk press. */
export function useDesk(): Press {
	const press = useContext(DeskContext);
	if (press === undefined) throw new Error("a form of a queue stands on a desk");
	return press;
}
