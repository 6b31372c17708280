import { type SelectHTMLAttributes, useId } from "react";

type SelectFieldProps = SelectHTMLAttributes<HTMLSelectElement> & {
	label: string;
	/** Values with what stands for each. */
	options: readonly (readonly [value: string, name: string])[];
};

/** A labelled choice of one among several. */
export function SelectField({ label, options, ...select }: SelectFieldProps) {
	const id = useId();
	return (
		<div>
			<label htmlFor={id} className="mb-1.5 block text-sm font-medium text-ink">
				{label}
			</label>
			<select
				id={id}
				className="h-[38px] w-full rounded-lg border border-rule bg-paper px-2 text-base text-ink wide:text-sm"
				{...select}
			>
				{options.map(([value, name]) => (
					<option key={value} value={value}>
						{name}
					</option>
				))}
			</select>
		</div>
	);
}
