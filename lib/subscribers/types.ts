/** What the subscribe form shows. The address stays, so that nothing has to be typed twice. */
export type SubscribeState = {
	status: "empty" | "sent" | "refused";
	message: string;
	email: string;
	/** In a demo the mail stays here, and is read on the outbox page. */
	isInOutbox?: boolean;
};

/** What a page with one button and a token shows once the button was pressed. */
export type TokenFormState = { status: "unpressed" | "done" | "refused"; message: string };
