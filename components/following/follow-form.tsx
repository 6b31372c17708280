import { Button } from "@/components/ui/button";
import type { FollowTarget } from "@/lib/following/types";

type FollowFormProps = {
	target: FollowTarget;
	/** What pressing it makes of it. */
	followed: boolean;
	/** Where to go then. */
	next: string | undefined;
	label: string;
	/** For screen readers, where the surroundings say more to the eye. */
	fullLabel?: string;
	look?: "primary" | "quiet";
};

/** Follows something, or no longer, and needs no script for it. */
export function FollowForm({ target, followed, next, label, fullLabel, look = "primary" }: FollowFormProps) {
	return (
		<form method="post" action="/api/following">
			<input type="hidden" name="kind" value={target.kind} />
			<input type="hidden" name="slug" value={target.slug} />
			<input type="hidden" name="followed" value={String(followed)} />
			{next !== undefined && <input type="hidden" name="next" value={next} />}
			<Button look={look} aria-label={fullLabel}>
				{label}
			</Button>
		</form>
	);
}
