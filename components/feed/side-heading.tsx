import type { ReactNode } from "react";

/** The heading of a part of the side column. */
export function SideHeading({ children }: { children: ReactNode }) {
	return (
		<h2 className="mb-3 font-sans text-xs leading-none font-semibold tracking-[0.08em] text-ink-faint uppercase">
			{children}
		</h2>
	);
}
