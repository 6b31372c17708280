import type { MeAnswer } from "./types";

/** What is to say of a viewer who is not signed in. */
export const NOBODY: MeAnswer = {
	signedIn: false,
	handle: null,
	isCurator: false,
	upvoted: [],
	counts: {},
	saved: [],
	seenMode: "off",
	seen: [],
};
