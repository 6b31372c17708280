import { FollowButton } from "./follow-button";

/** Follows a search, or no longer. */
export function FollowSearch({ query }: { query: string }) {
	return <FollowButton of={{ kind: "search", slug: query, name: query }} />;
}
