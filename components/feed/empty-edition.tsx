import type { Route } from "next";
import Link from "next/link";
import type { Edition } from "@/lib/feed/types";
import { formatLongDate, type UtcDate } from "@/lib/time";

/** What stands in the list's place on a day without papers: that there are none, and where the nearest are. */
export function EmptyEdition({ edition }: { edition: Edition }) {
	return (
		<div className="py-12">
			<h2 className="mb-2 text-[21px] font-semibold">No papers on this day</h2>
			<p className="mb-4 max-w-[60ch] text-ink-soft">
				Weekends and holidays often have none.
				{edition.previous || edition.next
					? " The nearest days that have some:"
					: " There are none on other days yet, either."}
			</p>
			<ul className="space-y-2">
				{edition.previous && <Nearest date={edition.previous} />}
				{edition.next && <Nearest date={edition.next} />}
			</ul>
		</div>
	);
}

function Nearest({ date }: { date: UtcDate }) {
	return (
		<li>
			<Link href={`/papers/date/${date}` as Route} className="text-link underline underline-offset-3">
				{formatLongDate(date)}
			</Link>
		</li>
	);
}
