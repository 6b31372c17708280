/** In the order in which they stand under the field. */
export const SUGGESTION_KINDS = ["Papers", "Authors", "Topics"] as const;

/** Something that somebody may be about to type, and the page that it leads to. */
export type Suggestion = { kind: (typeof SUGGESTION_KINDS)[number]; text: string; path: string };
