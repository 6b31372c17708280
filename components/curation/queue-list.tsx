import type { ReactNode } from "react";
import { Instant } from "./instant";

/** What waits, in the order given. */
export function QueueList({ children }: { children: ReactNode }) {
	return <ol className="border-t border-rule text-sm">{children}</ol>;
}

/** One thing that waits: what it is, when it came, and what can be done. */
export function QueueEntry({ title, at, children }: { title: ReactNode; at: Date | null; children?: ReactNode }) {
	return (
		<li className="border-b border-rule py-3">
			<p className="break-words text-ink">{title}</p>
			{at && (
				<p className="text-[13px] text-ink-faint tabular-nums">
					<Instant at={at} />
				</p>
			)}
			{children}
		</li>
	);
}

/** What somebody wrote, as they wrote it. */
export function WrittenText({ children }: { children: string }) {
	return (
		<blockquote
			dir="auto"
			className="my-1.5 border-l-2 border-rule pl-3 break-words whitespace-pre-wrap text-ink-soft [overflow-wrap:anywhere]"
		>
			{children}
		</blockquote>
	);
}
