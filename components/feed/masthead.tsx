import type { ReactNode } from "react";
import { formatWindow, formatWindowShort, type Window, windowPath } from "@/lib/feed/windows";

type MastheadProps = {
	window: Window;
	/** The nearest windows of its kind that have papers. */
	previous: Window | null;
	next: Window | null;
	children: ReactNode;
};

/** The head of a day, week or month: its dates in full, a line about it, and the way to those beside it. */
export function Masthead({ window, previous, next, children }: MastheadProps) {
	const title = formatWindow(window);
	return (
		<div className="grid items-end gap-4 border-t-[3px] border-b border-double border-rule-strong pt-[22px] pb-4 [border-bottom-style:solid] wide:grid-cols-[1fr_auto]">
			<div>
				<h1 className="text-[36px] leading-[1.02] font-medium tracking-[-0.025em] wide:text-[46px]">
					{window.kind === "week" ? title : <time dateTime={window.key}>{title}</time>}
				</h1>
				<p className="mt-1.5 text-ink-soft">{children}</p>
			</div>
			<nav aria-label={NAMES[window.kind].plural} className="flex items-center gap-1.5 text-sm tabular-nums">
				{previous && <Neighbour window={previous} direction="previous" />}
				<span aria-current="page" className="rounded-lg border border-rule bg-sheet px-2.5 py-1.5 font-semibold">
					{formatWindowShort(window)}
				</span>
				{next && <Neighbour window={next} direction="next" />}
			</nav>
		</div>
	);
}

const NAMES = {
	date: { one: "day", plural: "Days" },
	week: { one: "week", plural: "Weeks" },
	month: { one: "month", plural: "Months" },
};

function Neighbour({ window, direction }: { window: Window; direction: "previous" | "next" }) {
	const short = formatWindowShort(window);
	return (
		<a
			href={windowPath(window)}
			rel={direction === "next" ? "next" : "prev"}
			aria-label={`${direction === "next" ? "Next" : "Previous"} ${NAMES[window.kind].one} with papers, ${short}`}
			className="rounded-lg px-2.5 py-1.5"
		>
			{direction === "next" ? `${short} →` : `← ${short}`}
		</a>
	);
}
