import type { ButtonHTMLAttributes } from "react";

const LOOKS = {
	primary: "bg-ink text-paper font-semibold hover:opacity-90",
	quiet: "border border-rule bg-sheet text-ink font-medium hover:border-ink-faint",
} as const;

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: keyof typeof LOOKS };

export function Button({ look = "primary", type = "submit", className = "", ...rest }: ButtonProps) {
	return (
		<button
			type={type}
			className={`h-[38px] shrink-0 rounded-lg px-[14px] text-sm disabled:cursor-progress disabled:opacity-60 ${LOOKS[look]} ${className}`}
			{...rest}
		/>
	);
}
