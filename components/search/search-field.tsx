"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import type { SuggestionsProps } from "./suggestions";

type SearchFieldProps = {
	/** By which an address's fragment can lead here. */
	id?: string;
	/** What the page is the answer to. */
	text?: string;
	className: string;
};

/**
 * The field of a search form. Its value is the browser's own, so that what is typed before the script is there stays. What suggests
 * searches under it is fetched when somebody is about to type: without it, it is a field.
 */
export function SearchField({ id, text = "", className }: SearchFieldProps) {
	const field = useRef<HTMLInputElement>(null);
	const [Suggestions, setSuggestions] = useState<ComponentType<SuggestionsProps>>();
	const load = () => loadSuggestions(setSuggestions);
	useEffect(() => {
		// Typed in before this script was there.
		if (document.activeElement === field.current) loadSuggestions(setSuggestions);
	}, []);
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
				aria-expanded={false}
				className={`w-full rounded-lg border border-rule bg-sheet text-ink placeholder:text-ink-faint hover:border-ink-faint ${className}`}
				onFocus={load}
				onInput={load}
			/>
			{Suggestions && <Suggestions field={field} text={text} />}
		</div>
	);
}

function loadSuggestions(show: (suggestions: () => ComponentType<SuggestionsProps>) => void): void {
	import("./suggestions").then(
		({ Suggestions }) => show(() => Suggestions),
		() => undefined,
	);
}
