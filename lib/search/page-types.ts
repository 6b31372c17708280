/** Something that somebody may be about to type, and the page that it leads to. */
export type Suggestion = { kind: "Papers" | "Authors" | "Topics"; text: string; path: string };

/** What to type to find papers that are here. What none of the newest papers can be found by is left out. */
export type SearchExamples = Partial<
	Record<"author" | "org" | "topic" | "since" | "until" | "min" | "code" | "paper", string>
>;
