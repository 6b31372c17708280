import { useCallback, useEffect, useRef, useState } from "react";
import type { Suggestion } from "@/lib/search/page-types";

/** Of not typing. */
const PAUSE_MS = 150;
/** One letter begins too much to be worth a look. */
const LEAST = 2;

const NONE: readonly Suggestion[] = [];

/**
 * What begins like a text, once nobody has typed for a moment. The last text alone counts: what was asked before is broken off.
 * Whatever fails gives nothing: suggestions are a help that can be done without.
 */
export function useSuggestions() {
	const [suggestions, setFound] = useState(NONE);
	const stop = useRef(() => {});

	const forget = useCallback(() => {
		stop.current();
		setFound(NONE);
	}, []);

	const ask = useCallback(
		(text: string) => {
			stop.current();
			if (text.trim().length < LEAST) return forget();
			const asking = new AbortController();
			const timer = setTimeout(async () => {
				const found = await fetchSuggestions(text, asking.signal);
				if (!asking.signal.aborted) setFound(found);
			}, PAUSE_MS);
			stop.current = () => {
				clearTimeout(timer);
				asking.abort();
			};
		},
		[forget],
	);

	useEffect(() => () => stop.current(), []);
	return { suggestions, ask, forget };
}

async function fetchSuggestions(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
	try {
		const answer = await fetch(`/api/suggest?${new URLSearchParams({ q: text })}`, { signal });
		return answer.ok ? await answer.json() : NONE;
	} catch {
		return NONE;
	}
}
