import type { ChoiceFields } from "./choices";

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

/** What the form of choices shows once it was sent: what was in it stays, so that nothing has to be chosen twice. */
export type ChoicesFormState = {
	status: "unsent" | "saved" | "refused";
	message: string;
	/** What the message is about, where that is a field that is typed. */
	field?: keyof ChoiceFields | undefined;
	fields?: ChoiceFields;
};
