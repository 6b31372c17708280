/** Who is signed in, as far as our own server code needs to know. */
export type CurrentUser = {
	id: string;
	name: string;
	email: string;
	/** Undefined until its owner sets one. */
	handle: string | undefined;
};

/** What others see of somebody: the handle once there is one, and the name, which may be empty. */
export type Profile = { handle: string | null; name: string };

/** The session that a request came by. */
export type CurrentSession = { id: string; userId: string; createdAt: Date };

/** A session as its owner sees it. */
export type SessionLine = {
	/** Names it, and is of no use for signing in. */
	id: string;
	/** `Firefox on Linux`; empty if it could not be told. */
	browser: string;
	since: Date;
	until: Date;
	isCurrent: boolean;
};

/** What a link about a change of address is about, and to which of the two it was mailed. */
export type AddressChange = { side: "old" | "new"; newEmail: string };

/** A change of address under way. */
export type PendingAddress = { newEmail: string; oldConfirmed: boolean; newConfirmed: boolean };

/** Why a change of address did not begin. */
export type AddressRefusal = SignInRefusal | "same-address";

/** Why an account was not deleted. */
export type DeletionRefusal = "not-recent" | "no-account" | "other-name";

/** A cookie for the caller to put into its response. */
export type ResponseCookie = {
	name: string;
	value: string;
	options: {
		path: string;
		/** Seconds; 0 deletes the cookie. */
		maxAge: number;
		httpOnly: boolean;
		secure: boolean;
		sameSite: "lax";
	};
};

/** Why no mail went out. */
export type SignInRefusal = "too-soon" | "too-many" | "crowded" | "not-sent";

/** What the sign-in form shows: itself, or that the mail is on its way. */
export type SignInState =
	| { step: "form"; email: string; error?: string }
	| {
			step: "sent";
			email: string;
			/** In a demo the mail stays here, and is read on the outbox page. */
			isInOutbox: boolean;
	  };

/** What a form with nothing but a button shows if pressing it failed. */
export type ButtonState = { error?: string; linkIsOver?: boolean; isSignedIn?: boolean };

/** What the form of handle and name shows. */
export type ProfileState = {
	handle: string;
	name: string;
	errors?: { handle?: string; name?: string };
	isSaved?: boolean;
};

/** What the page of a link about a change of address shows once its button was pressed. */
export type ConfirmAddressState = { error?: string; outcome?: "done" | "waiting" | "link-is-over" | "taken" };

/** What the form that deletes an account shows. */
export type DeletionState = { typed?: string; error?: string; isDeleted?: boolean };
