import type { SignInIntent } from "@/lib/accounts/intent";

/** Carries what somebody was about to do through a form. */
export function IntentFields({ intent }: { intent: SignInIntent }) {
	return (
		<>
			{intent.next !== undefined && <input type="hidden" name="next" value={intent.next} />}
			{intent.upvote !== undefined && <input type="hidden" name="upvote" value={intent.upvote} />}
		</>
	);
}
