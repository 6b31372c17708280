import { type TextareaHTMLAttributes, useId } from "react";
import { TextArea } from "./text-area";

type TextAreaFieldProps = TextareaHTMLAttributes<HTMLTextAreaElement> & {
	label: string;
	/** What can be written here. */
	note?: string;
	/** What is wrong with the value and what to do about it. */
	error?: string | undefined;
};

/** A labelled field for several lines. */
export function TextAreaField({ label, note, error, ...area }: TextAreaFieldProps) {
	const id = useId();
	const noteId = `${id}-note`;
	const errorId = `${id}-error`;
	const describedBy = [note !== undefined && noteId, error !== undefined && errorId].filter(Boolean).join(" ");
	return (
		<div>
			<label htmlFor={id} className="mb-1.5 block text-sm font-medium text-ink">
				{label}
			</label>
			<TextArea
				id={id}
				rows={3}
				aria-invalid={error === undefined ? undefined : true}
				aria-describedby={describedBy || undefined}
				className="w-full rounded-lg border border-rule bg-paper px-2.5 py-2 text-base text-ink aria-invalid:border-accent wide:text-sm"
				{...area}
			/>
			{note !== undefined && (
				<p id={noteId} className="mt-1 text-[13px] text-ink-faint">
					{note}
				</p>
			)}
			{error !== undefined && (
				<p id={errorId} role="alert" className="mt-1.5 text-[13px] text-accent">
					{error}
				</p>
			)}
		</div>
	);
}
