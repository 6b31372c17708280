"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { Suggestion } from "@/lib/search/page-types";
import { optionId } from "./option-id";
import { useSuggestions } from "./use-suggestions";

type SearchFieldProps = {
	/** By which an address's fragment can lead here. */
	id?: string;
	/** What the page is the answer to. */
	text?: string;
	className: string;
};

const NONE = -1;

/**
 * The field of a search form, with suggestions under it: a combobox by the pattern of WAI-ARIA. Without a script it is a field. Its
 * value is the browser's own, so that what is typed before the script is there stays.
 */
export function SearchField({ id, text = "", className }: SearchFieldProps) {
	const field = useRef<HTMLInputElement>(null);
	const listId = useId();
	const { suggestions, List, ask, forget } = useSuggestions();
	const [chosen, choose] = useState<Suggestion>();
	const isOpen = suggestions.length > 0;
	const active = chosen === undefined ? NONE : suggestions.indexOf(chosen);

	// A page that comes back by the back button is as it was left, with the next search in its field.
	useEffect(() => {
		const reset = (event: PageTransitionEvent) => {
			if (event.persisted && field.current) field.current.value = text;
		};
		window.addEventListener("pageshow", reset);
		return () => window.removeEventListener("pageshow", reset);
	}, [text]);

	const moveTo = (place: number) => {
		choose(suggestions[place]);
		document.getElementById(optionId(listId, place))?.scrollIntoView({ block: "nearest" });
	};

	const press = (event: KeyboardEvent<HTMLInputElement>) => {
		// The keys belong to whatever helps to write the text.
		if (event.nativeEvent.isComposing) return;
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step !== undefined) {
			if (isOpen) moveTo(turn(active, step, suggestions.length));
			else ask(event.currentTarget.value);
		} else if (event.key === "Escape") {
			if (isOpen) forget();
			else event.currentTarget.blur();
		} else if (event.key === "Enter" && isOpen && active !== NONE) {
			document.getElementById(optionId(listId, active))?.click();
		} else return;
		event.preventDefault();
	};

	return (
		<div className="relative min-w-0 flex-1">
			<input
				ref={field}
				id={id}
				name="q"
				type="text"
				inputMode="search"
				enterKeyHint="search"
				autoComplete="off"
				autoCapitalize="none"
				spellCheck={false}
				dir="auto"
				defaultValue={text}
				placeholder="Search papers"
				aria-label="Search papers"
				role="combobox"
				aria-autocomplete="list"
				aria-expanded={isOpen}
				aria-controls={isOpen ? listId : undefined}
				aria-activedescendant={isOpen && active !== NONE ? optionId(listId, active) : undefined}
				className={`w-full rounded-lg border border-rule bg-sheet text-ink placeholder:text-ink-faint hover:border-ink-faint ${className}`}
				onInput={(event) => ask(event.currentTarget.value)}
				onKeyDown={press}
				onBlur={forget}
			/>
			{isOpen && List && <List id={listId} suggestions={suggestions} active={active} />}
		</div>
	);
}

/** The next place of `count`, over none at either end. */
function turn(place: number, step: number, count: number): number {
	return ((place + 1 + step + count + 1) % (count + 1)) - 1;
}
