import type { PaperSummary } from "../papers/types";

/** What can be followed, as addresses name it. */
export type FollowKind = "author" | "org" | "topic" | "search";

/** A search has its text in the place of a slug, as `formatQuery` writes it. */
export type FollowTarget = { kind: FollowKind; slug: string };

/** What somebody follows, with its name as its page shows it. */
export type Followed = FollowTarget & { name: string };

/** Whether the viewer follows something, as `/api/following` answers it. */
export type FollowState = { followed: boolean };

export type FollowRefusal = "nothing-there" | "too-many";

/** A paper of somebody or something that is followed, and of whom or what. */
export type FollowedPaper = { paper: PaperSummary; why: Followed[] };
