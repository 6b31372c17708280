import type { DayCount } from "@/lib/feed/types";
import { monthWeeks, type Window, windowOf, windowPath } from "@/lib/feed/windows";
import { formatMonthDay, formatMonthYear, type UtcDate } from "@/lib/time";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The fullest day of a month gets this share of the accent, in percent, and the others their part of it. */
const DEEPEST_SHADE = 34;

type MonthCalendarProps = {
	/** A day of the month. */
	date: UtcDate;
	/** What the page around it shows. */
	selected: Window;
	counts: DayCount[];
};

/** A month: days that have papers are links, shaded by how many they have. */
export function MonthCalendar({ date, selected, counts }: MonthCalendarProps) {
	const papersOn = new Map(counts.map((count) => [count.date, count.papers]));
	const most = Math.max(1, ...papersOn.values());
	return (
		<table className="calendar">
			<caption>
				<a href={windowPath(windowOf("month", date))}>{formatMonthYear(date)}</a>
			</caption>
			<thead>
				<tr>
					{WEEKDAYS.map((day) => (
						<th key={day} scope="col" abbr={day}>
							{day[0]}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{monthWeeks(date).map((week) => (
					<tr key={week.find((day) => day !== null)}>
						{week.map((day, weekday) => (
							<td key={WEEKDAYS[weekday]} data-selected={isWithin(day, selected) || undefined}>
								{day && <Day date={day} papers={papersOn.get(day) ?? 0} most={most} selected={selected} />}
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}

type DayProps = { date: UtcDate; papers: number; most: number; selected: Window };

function Day({ date, papers, most, selected }: DayProps) {
	const number = Number(date.slice(8));
	if (papers === 0) return number;
	const shade = Math.round((papers / most) * DEEPEST_SHADE);
	return (
		<a
			href={`/papers/date/${date}`}
			aria-current={date === selected.key ? "date" : undefined}
			aria-label={`${formatMonthDay(date)}, ${papers === 1 ? "1 paper" : `${papers} papers`}`}
			style={{ background: `color-mix(in srgb, var(--accent) ${shade}%, var(--sheet))` }}
		>
			{number}
		</a>
	);
}

/** A month's own days need no mark. */
function isWithin(day: UtcDate | null, { kind, first, last }: Window): boolean {
	return day !== null && kind !== "month" && day >= first && day <= last;
}
