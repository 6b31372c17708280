import { searchPath } from "../search/page-address";
import type { FollowKind, FollowRefusal, FollowTarget } from "./types";

/** Most authors, organisations and topics together that one person can follow, and most searches: each is made anew each time. */
export const FOLLOWS_MAX = 1000;
export const SEARCHES_MAX = 20;

export const FOLLOW_WORDS: Record<FollowRefusal, string> = {
	"nothing-there": "There is nothing of this name here to follow.",
	"too-many": `This is more than one person can follow: ${FOLLOWS_MAX.toLocaleString("en-US")} authors, organisations and topics, and ${SEARCHES_MAX} searches. Unfollow something first.`,
};

const FOLDERS: Record<Exclude<FollowKind, "search">, string> = { author: "/authors", org: "/orgs", topic: "/topics" };

/** The page of what is followed. */
export function subjectPath({ kind, slug }: FollowTarget): string {
	return kind === "search" ? searchPath({ text: slug, order: "new" }) : `${FOLDERS[kind]}/${encodeURIComponent(slug)}`;
}
