import { useSyncExternalStore } from "react";
import { type CardPaper, topicOf } from "./card-paper";

/** Topics by slug: papers with any of `include` are shown (with none in it, all), save those with any of `exclude`. */
export type TopicFilter = { include: readonly string[]; exclude: readonly string[] };

/** In the fragment, so that one cached page serves every choice: `#topics=reasoning,-video`. */
const PREFIX = "#topics=";

const NONE: TopicFilter = { include: [], exclude: [] };

/** Reads a choice from an address's fragment. */
export function parseFilter(fragment: string): TopicFilter {
	if (!fragment.startsWith(PREFIX)) return NONE;
	const parts = [...new Set(fragment.slice(PREFIX.length).split(",").map(decode).filter(Boolean))];
	const exclude = parts.filter((part) => part.startsWith("-")).map((part) => part.slice(1));
	const include = parts.filter((part) => !part.startsWith("-") && !exclude.includes(part));
	return { include, exclude: exclude.filter(Boolean) };
}

/** The fragment of a choice; empty for none. */
export function formatFilter({ include, exclude }: TopicFilter): string {
	const parts = [...include, ...exclude.map((slug) => `-${slug}`)];
	return parts.length === 0 ? "" : PREFIX + parts.map(encodeURIComponent).join(",");
}

/** The next state of a topic: open to all, included, excluded, and open again. */
export function turn(filter: TopicFilter, slug: string): TopicFilter {
	const without = (slugs: readonly string[]) => slugs.filter((each) => each !== slug);
	if (filter.include.includes(slug)) return { include: without(filter.include), exclude: [...filter.exclude, slug] };
	if (filter.exclude.includes(slug)) return { include: filter.include, exclude: without(filter.exclude) };
	return { include: [...filter.include, slug], exclude: filter.exclude };
}

export function isShown({ topics = [] }: Pick<CardPaper, "topics">, { include, exclude }: TopicFilter): boolean {
	const has = (slug: string) => topics.some((topic) => topicOf(topic).slug === slug);
	return (include.length === 0 || include.some(has)) && !exclude.some(has);
}

/** The choice in the address. Changes of it are seen by all who use this. */
export function useTopicFilter(): TopicFilter {
	return parseCached(
		useSyncExternalStore(
			listen,
			() => location.hash,
			() => "",
		),
	);
}

/** Puts a choice into the address, without a new entry in the history for each press. */
export function chooseTopics(filter: TopicFilter): void {
	history.replaceState(history.state, "", location.pathname + location.search + formatFilter(filter));
	window.dispatchEvent(new HashChangeEvent("hashchange"));
}

function listen(changed: () => void): () => void {
	window.addEventListener("hashchange", changed);
	return () => window.removeEventListener("hashchange", changed);
}

let cached: { fragment: string; filter: TopicFilter } = { fragment: "", filter: NONE };

function parseCached(fragment: string): TopicFilter {
	if (cached.fragment !== fragment) cached = { fragment, filter: parseFilter(fragment) };
	return cached.filter;
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		// Half a percent sign: nothing that we wrote.
		return "";
	}
}
