"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { isSameOrigin } from "../http/origin";
import { orLog } from "./action-steps";
import { disconnect } from "./oauth";
import { parseSignInService } from "./oauth-names";
import { currentUser } from "./queries";
import type { ButtonState } from "./types";
import { SIGN_IN_ERRORS } from "./words";

/** Disconnects a service from the account of who is signed in. */
export async function disconnectAction(_previous: ButtonState, form: FormData): Promise<ButtonState> {
	const request = await headers();
	if (!isSameOrigin(request)) return { error: SIGN_IN_ERRORS["foreign-form"] };
	const service = parseSignInService(form.get("service"));
	const disconnected = await orLog("a service was not disconnected", async () => {
		const user = await currentUser(request);
		if (user && service) await disconnect(user.id, service);
		return user !== undefined;
	});
	if (!disconnected) return { error: "It could not be disconnected just now. Try again in a minute." };
	revalidatePath("/settings");
	return {};
}
