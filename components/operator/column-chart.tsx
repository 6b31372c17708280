type Column = { label: string; up: number; down?: number };

type ColumnChartProps = {
	/** What it shows, for who sees it and who hears it. */
	title: string;
	/** What the first column of the table is: `Week from`. */
	of: string;
	up: string;
	down?: string;
	columns: Column[];
};

const WIDTH = 600;
const HEIGHT = 120;

/** Columns over and under a line, drawn by the server, and the same as a table. */
export function ColumnChart({ title, of, up, down, columns }: ColumnChartProps) {
	const highest = Math.max(1, ...columns.map((column) => column.up));
	const lowest = Math.max(0, ...columns.map((column) => column.down ?? 0));
	const scale = HEIGHT / (highest + lowest);
	const line = highest * scale;
	const step = WIDTH / columns.length;
	return (
		<figure className="text-[13px] text-ink-faint">
			<figcaption className="mb-2 text-sm text-ink">{title}</figcaption>
			<svg
				aria-hidden="true"
				viewBox={`0 -2 ${WIDTH} ${HEIGHT + 4}`}
				preserveAspectRatio="none"
				className="h-[124px] w-full"
			>
				{columns.map((column, index) => (
					<g key={column.label}>
						<rect
							x={index * step + step * 0.15}
							width={step * 0.7}
							y={line - column.up * scale}
							height={column.up * scale}
							className="fill-link"
						/>
						<rect
							x={index * step + step * 0.15}
							width={step * 0.7}
							y={line}
							height={(column.down ?? 0) * scale}
							className="fill-accent"
						/>
					</g>
				))}
				<line x1="0" x2={WIDTH} y1={line} y2={line} strokeWidth="1" className="stroke-rule-strong" />
			</svg>
			<p aria-hidden="true" className="flex justify-between tabular-nums">
				<span>{columns[0]?.label}</span>
				<span>at most {highest.toLocaleString("en-US")}</span>
				<span>{columns.at(-1)?.label}</span>
			</p>
			<details>
				<summary className="w-fit cursor-pointer py-1 text-link underline underline-offset-3">The numbers</summary>
				<table className="w-full text-sm tabular-nums">
					<caption className="sr-only">{title}</caption>
					<thead>
						<tr className="border-b border-rule text-left">
							<th className="py-1 font-medium">{of}</th>
							<th className="py-1 text-right font-medium">{up}</th>
							{down && <th className="py-1 text-right font-medium">{down}</th>}
						</tr>
					</thead>
					<tbody>
						{columns.map((column) => (
							<tr key={column.label} className="border-b border-rule text-ink-soft">
								<td className="py-1">{column.label}</td>
								<td className="py-1 text-right">{column.up.toLocaleString("en-US")}</td>
								{down && <td className="py-1 text-right">{(column.down ?? 0).toLocaleString("en-US")}</td>}
							</tr>
						))}
					</tbody>
				</table>
			</details>
		</figure>
	);
}
