/** A paper's upvotes as one viewer sees them, and as `/api/votes` answers them. */
export type VoteState = {
	/** Whether the viewer upvoted it. */
	upvoted: boolean;
	/** All there are: cast here, and seen at the import source. */
	upvotes: number;
	localUpvotes: number;
	importedUpvotes: number;
};

/** What `/api/me` answers: whether the viewer is signed in, and how the papers asked for stand with them. */
export type MeAnswer = {
	signedIn: boolean;
	/** Whether pages offer the curator's acts; each act asks the database again. */
	isCurator: boolean;
	/** Ids, of those asked for, that the viewer upvoted. */
	upvoted: string[];
	/** The counts of the papers asked for, by id, fresher than the cached page. Empty while signed out. */
	counts: Record<string, Omit<VoteState, "upvoted">>;
};
