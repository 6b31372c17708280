import type { ReactNode } from "react";

/** The line between a page's head and its list: links on the left, what there is to know on the right. */
export function Tabs({ children, state }: { children: ReactNode; state: ReactNode }) {
	return (
		<div className="flex flex-wrap items-center gap-x-[22px] border-b border-rule text-sm text-ink-soft">
			<nav aria-label="Views" className="flex gap-x-[22px] overflow-x-auto">
				{children}
			</nav>
			<div className="flex flex-wrap gap-x-4 py-2 text-ink-faint tabular-nums wide:ml-auto wide:py-3">{state}</div>
		</div>
	);
}

type TabLinkProps = {
	href: string;
	isCurrent: boolean;
	/** The letter that leads here after `g`. */
	goKey?: string;
	children: ReactNode;
};

export function TabLink({ href, isCurrent, goKey, children }: TabLinkProps) {
	return (
		<a
			href={href}
			aria-current={isCurrent ? "page" : undefined}
			data-go={goKey}
			className="border-b-2 border-transparent py-3 aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
		>
			{children}
		</a>
	);
}
