import { ACTIVITY_MONTHS } from "@/lib/feed/activity";
import type { MonthCount } from "@/lib/feed/types";
import { formatMonthYear, type UtcDate } from "@/lib/time";
import { SideHeading } from "./side-heading";

const WIDTH = 288;
const HEIGHT = 48;
const GAP = 1;

/** Bars: how many papers each month brought. Its table is there for who can't see them. */
export function ActivityChart({ months: all }: { months: readonly MonthCount[] }) {
	const months = all.slice(-ACTIVITY_MONTHS);
	const [first] = months;
	const last = months.at(-1);
	if (first === undefined || last === undefined) return null;
	const most = Math.max(...months.map(({ papers }) => papers));
	const step = WIDTH / Math.max(months.length, 12);
	return (
		<section className="mb-8">
			<SideHeading>Papers a month</SideHeading>
			<svg role="img" aria-label={describe(months)} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full">
				{months.map(({ month, papers }, index) => {
					const height = papers === 0 ? 0 : Math.max(1, (papers / most) * HEIGHT);
					return (
						<rect
							key={month}
							x={index * step}
							y={HEIGHT - height}
							width={step - GAP}
							height={height}
							className="fill-accent"
						>
							<title>{`${nameMonth(month)}: ${papers}`}</title>
						</rect>
					);
				})}
			</svg>
			<p className="flex justify-between border-t border-rule pt-1 text-xs text-ink-faint" aria-hidden="true">
				<span>{nameMonth(first.month)}</span>
				{months.length > 1 && <span>{nameMonth(last.month)}</span>}
			</p>
		</section>
	);
}

function describe(months: readonly MonthCount[]): string {
	const counts = months.filter(({ papers }) => papers > 0).map(({ month, papers }) => `${nameMonth(month)}: ${papers}`);
	return `Papers a month. ${counts.join(", ")}`;
}

function nameMonth(month: string): string {
	return formatMonthYear(`${month}-01` as UtcDate);
}
