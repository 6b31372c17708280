import type { ReactNode } from "react";

/** What can't be taken back: its button shows after a first press, with what it will do. Works without a script. */
export function Confirm({ label, children }: { label: ReactNode; children: ReactNode }) {
	return (
		<details className="mt-1">
			<summary className="w-fit cursor-pointer py-1 text-link underline underline-offset-3">{label}</summary>
			<div className="space-y-2 border-l-2 border-rule py-1 pl-3">{children}</div>
		</details>
	);
}
