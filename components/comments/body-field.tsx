import { type RefObject, useId } from "react";
import { TextArea } from "@/components/ui/text-area";

type BodyFieldProps = {
	label: string;
	text: string;
	/** What is wrong with it and what to do about it. */
	problem?: string | undefined;
	field?: RefObject<HTMLTextAreaElement | null>;
};

/** Where a comment is written. Longer texts than may be saved fit in: they are refused with their text kept, not cut. */
export function BodyField({ label, text, problem, field }: BodyFieldProps) {
	const id = useId();
	return (
		<div>
			<label htmlFor={id} className="mb-1.5 block text-sm font-medium text-ink">
				{label}
			</label>
			<TextArea
				ref={field}
				id={id}
				name="body"
				required
				rows={5}
				// A text that was kept is another field to React, so that it shows.
				key={text}
				defaultValue={text}
				aria-invalid={problem ? true : undefined}
				aria-describedby={`${id}-help${problem ? ` ${id}-problem` : ""}`}
				className="block w-full rounded-lg border border-rule bg-sheet px-3 py-2 text-base leading-[1.55] text-ink aria-invalid:border-accent wide:text-[15px]"
			/>
			<p id={`${id}-help`} className="mt-1.5 text-xs text-ink-faint">
				Markdown: *emphasis*, **strong**, `code`, lists, &gt; quotes, links. LaTeX between $ or $$.
			</p>
			{problem && (
				<p id={`${id}-problem`} role="alert" className="mt-1.5 text-sm text-accent">
					{problem}
				</p>
			)}
		</div>
	);
}
