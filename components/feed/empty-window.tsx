import { formatWindow, type Window, windowPath } from "@/lib/feed/windows";

type EmptyWindowProps = { window: Window; previous: Window | null; next: Window | null };

const NAMES = { date: "day", week: "week", month: "month" };

/** What stands in the list's place where there are no papers: that there are none, and where the nearest are. */
export function EmptyWindow({ window, previous, next }: EmptyWindowProps) {
	const name = NAMES[window.kind];
	return (
		<div className="py-12">
			<h2 className="mb-2 text-[21px] font-semibold">No papers on this {name}</h2>
			<p className="mb-4 max-w-[60ch] text-ink-soft">
				{window.kind === "date" && "Weekends and holidays often have none. "}
				{previous || next ? `The nearest ${name}s that have some:` : `There are none on other ${name}s yet, either.`}
			</p>
			<ul className="space-y-2">
				{[previous, next].map(
					(near) =>
						near && (
							<li key={near.key}>
								<a href={windowPath(near)} className="text-link underline underline-offset-3">
									{formatWindow(near)}
								</a>
							</li>
						),
				)}
			</ul>
		</div>
	);
}
