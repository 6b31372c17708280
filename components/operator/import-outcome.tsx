import type { ImportReport } from "@/lib/operator/types";
import { LINE_WORDS } from "@/lib/operator/words";

/** What became of a file, in counts and line by line. */
export function ImportOutcome({ report }: { report: ImportReport }) {
	const { rows, added, isCheck, refused, lines } = report;
	const leftOut = rows - added;
	return (
		<>
			<p className="text-ink tabular-nums">
				{count(rows)} {rows === 1 ? "line" : "lines"} = {count(added)} {isCheck ? "that would be imported" : "imported"}{" "}
				+ {count(leftOut)} left out
			</p>
			{refused.length > 0 && (
				<ul className="list-disc pl-5 text-sm">
					{refused.map(({ reason, count: times }) => (
						<li key={reason}>
							{count(times)}: {LINE_WORDS[reason]}
						</li>
					))}
				</ul>
			)}
			{lines.length > 0 && (
				<details>
					<summary className="w-fit cursor-pointer py-1 text-link underline underline-offset-3">
						{lines.length < leftOut ? `The first ${count(lines.length)} lines left out` : "Each line left out"}
					</summary>
					<ol className="border-t border-rule text-sm tabular-nums">
						{lines.map(({ line, reason }) => (
							<li key={line} className="border-b border-rule py-1.5">
								Line {count(line)}: {LINE_WORDS[reason]}
							</li>
						))}
					</ol>
				</details>
			)}
		</>
	);
}

function count(number: number): string {
	return number.toLocaleString("en-US");
}
