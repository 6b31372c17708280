import { useId } from "react";
import { TextArea } from "@/components/ui/text-area";

/** What a claimant tells the curators. A longer text than may be saved is refused and kept, not cut. */
export function NoteField({ note, problem }: { note: string; problem?: string | undefined }) {
	const id = useId();
	return (
		<div>
			<label htmlFor={id} className="mb-1.5 block text-sm font-medium text-ink">
				How can a curator tell?
			</label>
			<TextArea
				id={id}
				name="note"
				rows={4}
				// A text that was kept is another field to React, so that it shows.
				key={note}
				defaultValue={note}
				aria-invalid={problem ? true : undefined}
				aria-describedby={`${id}-help${problem ? ` ${id}-problem` : ""}`}
				className="block w-full rounded-lg border border-rule bg-sheet px-3 py-2 text-base leading-[1.55] text-ink aria-invalid:border-accent wide:text-[15px]"
			/>
			<p id={`${id}-help`} className="mt-1.5 text-xs text-ink-faint">
				For example, the address of a page that is plainly yours. Only curators read this.
			</p>
			{problem && (
				<p id={`${id}-problem`} role="alert" className="mt-1.5 text-sm text-accent">
					{problem}
				</p>
			)}
		</div>
	);
}
