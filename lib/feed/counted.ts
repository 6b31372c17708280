import { z } from "zod";

/** How far back from the newest edition the indexes of authors, organisations and topics count. */
export const RECENT_DAYS = 90;

/** How many lines an index, and a list of what is related, have at most. */
export const INDEX_MAX = 200;
export const RELATED_MAX = 12;

/** Of a subject's papers so many, the newest, say what goes with it: some have hundreds of thousands. */
export const RELATED_AMONG = 200;

/** What papers have in common (an author, an organisation, a topic), and how many do. */
export const counted = z.object({ name: z.string(), slug: z.string(), papers: z.number() });
export type Counted = z.infer<typeof counted>;
