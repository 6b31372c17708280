import type { Route } from "next";
import Link from "next/link";
import type { Edition } from "@/lib/feed/types";
import { formatLongDate, formatMonthDay, type UtcDate } from "@/lib/time";

/** The head of a day: its date in full, who curates, and the way to the days beside it. */
export function Masthead({ edition, curator }: { edition: Edition; curator: string }) {
	return (
		<div className="grid items-end gap-4 border-t-[3px] border-b border-double border-rule-strong pt-[22px] pb-4 [border-bottom-style:solid] wide:grid-cols-[1fr_auto]">
			<div>
				<h1 className="text-[36px] leading-[1.02] font-medium tracking-[-0.025em] wide:text-[46px]">
					<time dateTime={edition.date}>{formatLongDate(edition.date)}</time>
				</h1>
				<p className="mt-1.5 text-ink-soft">
					<b className="font-semibold text-ink">Daily Papers</b> by {curator} and the research community
				</p>
			</div>
			<nav aria-label="Days" className="flex items-center gap-1.5 text-sm tabular-nums">
				{edition.previous && <DayLink date={edition.previous} direction="previous" />}
				<span aria-current="page" className="rounded-lg border border-rule bg-sheet px-2.5 py-1.5 font-semibold">
					{formatMonthDay(edition.date)}
				</span>
				{edition.next && <DayLink date={edition.next} direction="next" />}
			</nav>
		</div>
	);
}

function DayLink({ date, direction }: { date: UtcDate; direction: "previous" | "next" }) {
	const day = formatMonthDay(date);
	return (
		<Link
			href={`/papers/date/${date}` as Route}
			prefetch={false}
			rel={direction === "next" ? "next" : "prev"}
			aria-label={`${direction === "next" ? "Next" : "Previous"} day with papers, ${day}`}
			className="rounded-lg px-2.5 py-1.5"
		>
			{direction === "next" ? `${day} →` : `← ${day}`}
		</Link>
	);
}
