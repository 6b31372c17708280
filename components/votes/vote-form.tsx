import { Button } from "@/components/ui/button";

type VoteFormProps = {
	paperId: string;
	/** What pressing it makes of the vote. */
	upvoted: boolean;
	/** Where the viewer came from. */
	next?: string | undefined;
	label: string;
	look?: "primary" | "quiet";
};

/** Casts or takes back one vote and needs no script for it. */
export function VoteForm({ paperId, upvoted, next, label, look = "primary" }: VoteFormProps) {
	return (
		<form method="post" action="/api/votes">
			<input type="hidden" name="paper" value={paperId} />
			<input type="hidden" name="upvoted" value={String(upvoted)} />
			{next !== undefined && <input type="hidden" name="next" value={next} />}
			<Button look={look}>{label}</Button>
		</form>
	);
}
