import { signOutAction } from "@/lib/accounts/actions";
import { ActionButton } from "./action-button";

export function SignOutButton() {
	return <ActionButton action={signOutAction} label="Sign out" />;
}
