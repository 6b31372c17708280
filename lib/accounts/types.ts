/** Who is signed in, as far as our own server code needs to know. */
export type CurrentUser = { id: string; name: string; email: string };

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
