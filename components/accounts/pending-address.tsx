import { cancelAddressAction } from "@/lib/accounts/settings-actions";
import type { PendingAddress as Pending } from "@/lib/accounts/types";
import { ActionButton } from "./action-button";

/** How far a change of address is, and the way out of it. */
export function PendingAddress({ newEmail, oldConfirmed, newConfirmed }: Pending) {
	return (
		<>
			<p>
				It is to become <b className="font-semibold break-words text-ink">{newEmail}</b>. The old address{" "}
				{oldConfirmed ? "has confirmed" : "has not confirmed yet"}; the new one{" "}
				{newConfirmed ? "has confirmed" : "has not confirmed yet"}.
			</p>
			<ActionButton action={cancelAddressAction} label="Keep the old address" />
		</>
	);
}
