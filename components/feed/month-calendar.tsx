import type { Route } from "next";
import Link from "next/link";
import type { DayCount } from "@/lib/feed/types";
import { monthWeeks } from "@/lib/feed/windows";
import { formatMonthDay, formatMonthYear, type UtcDate } from "@/lib/time";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The fullest day of a month gets this share of the accent, in percent, and the others their part of it. */
const DEEPEST_SHADE = 34;

/** The month around a day: days that have papers are links, shaded by how many they have. */
export function MonthCalendar({ selected, counts }: { selected: UtcDate; counts: DayCount[] }) {
	const papersOn = new Map(counts.map((count) => [count.date, count.papers]));
	const most = Math.max(1, ...papersOn.values());
	return (
		<table className="mb-8 w-full table-fixed border-separate border-spacing-1 text-center text-xs text-ink-faint tabular-nums">
			<caption className="mb-2 text-left text-xs leading-none font-semibold tracking-[0.08em] uppercase">
				{formatMonthYear(selected)}
			</caption>
			<thead>
				<tr>
					{WEEKDAYS.map((day) => (
						<th key={day} scope="col" abbr={day} className="py-1.5 font-normal">
							{day[0]}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{monthWeeks(selected).map((week) => (
					<tr key={week.find((day) => day !== null)}>
						{week.map((date, weekday) => (
							<td key={WEEKDAYS[weekday]} className="p-0">
								{date && (
									<Day date={date} papers={papersOn.get(date) ?? 0} most={most} isSelected={date === selected} />
								)}
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}

type DayProps = { date: UtcDate; papers: number; most: number; isSelected: boolean };

function Day({ date, papers, most, isSelected }: DayProps) {
	const number = Number(date.slice(8));
	const outline = isSelected ? "font-bold text-ink outline-2 outline-ink" : "";
	if (papers === 0) return <span className={`block rounded-md py-1.5 ${outline}`}>{number}</span>;
	const shade = Math.round((papers / most) * DEEPEST_SHADE);
	return (
		<Link
			href={`/papers/date/${date}` as Route}
			prefetch={false}
			aria-current={isSelected ? "date" : undefined}
			aria-label={`${formatMonthDay(date)}, ${papers === 1 ? "1 paper" : `${papers} papers`}`}
			className={`block rounded-md py-1.5 text-ink ${outline}`}
			style={{ background: `color-mix(in srgb, var(--accent) ${shade}%, var(--sheet))` }}
		>
			{number}
		</Link>
	);
}
