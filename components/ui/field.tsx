import { type InputHTMLAttributes, useId } from "react";

type FieldProps = InputHTMLAttributes<HTMLInputElement> & {
	label: string;
	/** Hides the label from sight where the surroundings already say it; screen readers still hear it. */
	labelHidden?: boolean;
	/** What is wrong with the value and what to do about it. */
	error?: string | undefined;
};

/** A labelled text field with its error message tied to it. */
export function Field({ label, labelHidden = false, error, className = "", ...input }: FieldProps) {
	const id = useId();
	const errorId = `${id}-error`;
	return (
		<div className={`min-w-0 flex-1 ${className}`}>
			<label htmlFor={id} className={labelHidden ? "sr-only" : "mb-1.5 block text-sm font-medium text-ink"}>
				{label}
			</label>
			<input
				id={id}
				aria-invalid={error ? true : undefined}
				aria-describedby={error ? errorId : undefined}
				className="h-[38px] w-full rounded-lg border border-rule bg-paper px-2.5 text-base text-ink placeholder:text-ink-faint aria-invalid:border-accent wide:text-sm"
				{...input}
			/>
			{error && (
				<p id={errorId} role="alert" className="mt-1.5 text-[13px] text-accent">
					{error}
				</p>
			)}
		</div>
	);
}
