import { thin, tracePoints } from "@/lib/papers/history";
import type { HistoryPoint } from "@/lib/papers/types";
import { formatMinute } from "@/lib/time";

const WIDTH = 640;
const HEIGHT = 120;
const CORNERS_MAX = 120;
const ROWS_MAX = 24;

/** A paper's upvotes over time, as a line and, for who wants figures, as a table. */
export function VotesChart({ history }: { history: readonly HistoryPoint[] }) {
	const [first] = history;
	const last = history.at(-1);
	if (first === undefined || last === undefined || first.at.getTime() === last.at.getTime()) return null;
	return (
		<figure>
			<svg
				role="img"
				aria-label={`From ${first.upvotes} upvotes on ${formatMinute(first.at)} to ${last.upvotes} on ${formatMinute(last.at)}`}
				viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
				preserveAspectRatio="none"
				className="h-[120px] w-full border-b border-rule"
			>
				<polyline className="line" points={tracePoints(thin(history, CORNERS_MAX), WIDTH, HEIGHT, 2)} />
			</svg>
			<figcaption className="mt-1 text-xs text-ink-faint tabular-nums">
				<span className="flex justify-between gap-4" aria-hidden="true">
					<span>
						{formatMinute(first.at)}: {first.upvotes}
					</span>
					<span>
						{formatMinute(last.at)}: {last.upvotes}
					</span>
				</span>
				<details className="mt-1">
					<summary className="cursor-pointer text-link">In figures</summary>
					<table className="mt-2">
						<thead>
							<tr>
								<th scope="col" className="pr-8 text-left font-semibold">
									When
								</th>
								<th scope="col" className="text-right font-semibold">
									Upvotes
								</th>
							</tr>
						</thead>
						<tbody>
							{thin(history, ROWS_MAX).map(({ at, upvotes }) => (
								<tr key={at.getTime()}>
									<td className="pr-8">
										<time dateTime={at.toISOString()}>{formatMinute(at)}</time>
									</td>
									<td className="text-right">{upvotes}</td>
								</tr>
							))}
						</tbody>
					</table>
				</details>
			</figcaption>
		</figure>
	);
}
