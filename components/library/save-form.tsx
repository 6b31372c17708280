import { Button } from "@/components/ui/button";

type SaveFormProps = {
	paperId: string;
	/** What pressing it makes of it. */
	saved: boolean;
	/** Where the viewer came from. */
	next: string | undefined;
	label: string;
	look?: "primary" | "quiet";
};

/** Saves one paper or takes it out of the library, and needs no script for it. */
export function SaveForm({ paperId, saved, next, label, look = "primary" }: SaveFormProps) {
	return (
		<form method="post" action="/api/saves">
			<input type="hidden" name="paper" value={paperId} />
			<input type="hidden" name="saved" value={String(saved)} />
			{next !== undefined && <input type="hidden" name="next" value={next} />}
			<Button look={look}>{label}</Button>
		</form>
	);
}
