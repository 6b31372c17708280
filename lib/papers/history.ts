import { formatMonthDay, utcDateOf } from "../time";
import type { HistoryPoint, Sparkline } from "./types";

const DAY_MS = 86_400_000;

/** The box that a sparkline is drawn in, with room for the stroke. */
const WIDTH = 46;
const HEIGHT = 14;
const STROKE = 1;

/** More corners than that can't be told apart. */
const CORNERS_MAX = 10;

/**
 * Draws how a paper's upvotes came.
 *
 * @param history oldest first
 * @returns null for less than two instants, of which nothing can be drawn
 */
export function drawSparkline(history: readonly HistoryPoint[], now: Date): Sparkline | null {
	const [first] = history;
	const last = history.at(-1);
	if (first === undefined || last === undefined || first.at.getTime() === last.at.getTime()) return null;
	const label = `Upvotes: ${describePoint(first)}, ${describePoint(last)}`;
	const gain = gainOf(history, now);
	return { points: tracePoints(thin(history, CORNERS_MAX), WIDTH, HEIGHT, STROKE), label, ...(gain > 0 && { gain }) };
}

/**
 * The corners of a polyline through a history, from the left edge to the right: time to the right, from no upvote at the
 * bottom to the most at the top.
 *
 * @returns `x,y x,y …` in whole units of the box
 */
export function tracePoints(history: readonly HistoryPoint[], width: number, height: number, margin: number): string {
	const from = history[0]?.at.getTime() ?? 0;
	const span = (history.at(-1)?.at.getTime() ?? 0) - from || 1;
	const most = Math.max(1, ...history.map(({ upvotes }) => upvotes));
	return history
		.map(({ at, upvotes }) => {
			const x = Math.round(((at.getTime() - from) / span) * width);
			const y = Math.round(height - margin - (upvotes / most) * (height - 2 * margin));
			return `${x},${y}`;
		})
		.join(" ");
}

/** Evenly chosen points, the first and the last among them. */
export function thin<Point>(points: readonly Point[], most: number): Point[] {
	if (points.length <= most) return [...points];
	const step = (points.length - 1) / (most - 1);
	return Array.from({ length: most }, (_, index) => points[Math.round(index * step)] as Point);
}

/** How many upvotes came in the 24 hours before an instant; never less than none. */
function gainOf(history: readonly HistoryPoint[], now: Date): number {
	const before = history.findLast(({ at }) => at.getTime() <= now.getTime() - DAY_MS);
	const last = history.at(-1);
	return before === undefined || last === undefined ? 0 : Math.max(0, last.upvotes - before.upvotes);
}

function describePoint({ at, upvotes }: HistoryPoint): string {
	return `${upvotes} on ${formatMonthDay(utcDateOf(at))}`;
}
