import { type RefObject, useEffect, useEffectEvent, useId, useState } from "react";
import type { Suggestion } from "@/lib/search/page-types";
import { optionId } from "./option-id";
import { SuggestionList } from "./suggestion-list";
import { useSuggestions } from "./use-suggestions";

export type SuggestionsProps = {
	field: RefObject<HTMLInputElement | null>;
	/** What the field held when the page came. */
	text: string;
};

const NONE = -1;

/** What a search field suggests, and its keys, which make it a combobox by the pattern of WAI-ARIA. */
export function Suggestions({ field, text }: SuggestionsProps) {
	const listId = useId();
	const { suggestions, ask, forget } = useSuggestions();
	const [chosen, choose] = useState<Suggestion>();
	const isOpen = suggestions.length > 0;
	const active = chosen === undefined ? NONE : suggestions.indexOf(chosen);

	useEffect(() => {
		const option = isOpen && active !== NONE ? optionId(listId, active) : null;
		describe(field.current, { isOpen, list: isOpen ? listId : null, option });
	}, [field, listId, isOpen, active]);

	const moveTo = (place: number) => {
		choose(suggestions[place]);
		document.getElementById(optionId(listId, place))?.scrollIntoView({ block: "nearest" });
	};

	const press = useEffectEvent((event: KeyboardEvent) => {
		// The keys belong to whatever helps to write the text.
		if (event.isComposing) return;
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step !== undefined) {
			if (isOpen) moveTo(turn(active, step, suggestions.length));
			else ask(field.current?.value ?? "");
		} else if (event.key === "Escape") {
			if (isOpen) forget();
			else field.current?.blur();
		} else if (event.key === "Enter" && isOpen && active !== NONE) {
			document.getElementById(optionId(listId, active))?.click();
		} else return;
		event.preventDefault();
	});

	useEffect(() => {
		const input = field.current;
		if (input === null) return;
		const listening = new AbortController();
		const { signal } = listening;
		input.addEventListener("input", () => ask(input.value), { signal });
		input.addEventListener("keydown", (event) => press(event), { signal });
		input.addEventListener("blur", forget, { signal });
		// A page that comes back by the back button is as it was left, with the next search in its field.
		const reset = (event: PageTransitionEvent) => {
			if (event.persisted) input.value = text;
		};
		window.addEventListener("pageshow", reset, { signal });
		// Typed while this was fetched.
		if (input.value !== text) ask(input.value);
		return () => listening.abort();
	}, [field, text, ask, forget]);

	return isOpen && <SuggestionList id={listId} suggestions={suggestions} active={active} />;
}

/** Tells who can't see it what the field has under it. */
function describe(
	field: HTMLInputElement | null,
	{ isOpen, list, option }: { isOpen: boolean; list: string | null; option: string | null },
): void {
	if (field === null) return;
	field.ariaExpanded = String(isOpen);
	for (const [name, id] of Object.entries({ "aria-controls": list, "aria-activedescendant": option })) {
		if (id === null) field.removeAttribute(name);
		else field.setAttribute(name, id);
	}
}

/** The next place of `count`, over none at either end. */
function turn(place: number, step: number, count: number): number {
	return ((place + 1 + step + count + 1) % (count + 1)) - 1;
}
