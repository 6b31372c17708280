/** What somebody was about to do when asked to sign in. */
export type SignInIntent = {
	/** A path that `parseReturnPath` gave. */
	next?: string | undefined;
	/** The id of the paper to upvote once signed in. */
	upvote?: string | undefined;
};

/** The address of the sign-in page that leads back to what somebody was about to do. */
export function signInPath(intent: SignInIntent): string {
	return withIntent("/sign-in", intent);
}

/** A path with the intent in its query. */
export function withIntent(path: string, { next, upvote }: SignInIntent): string {
	const query = new URLSearchParams();
	if (next !== undefined && next !== "/") query.set("next", next);
	if (upvote !== undefined) query.set("upvote", upvote);
	return query.size > 0 ? `${path}?${query}` : path;
}
