import type { PaperDetails } from "@/lib/papers/types";
import { formatMonthDayYear } from "@/lib/time";

/** Longer titles are set smaller, and cut beyond what fits. */
const SIZES = [
	{ upTo: 60, fontSize: 76 },
	{ upTo: 110, fontSize: 62 },
	{ upTo: 180, fontSize: 50 },
] as const;
const SMALLEST = 42;
const TITLE_MAX = 230;

/** Letters that the picture's fonts have; others would be drawn as boxes, or fetched from elsewhere. */
const UNKNOWN = /[^\p{Script=Latin}\p{N}\p{P}\p{Zs}+=<>|~^$]/gu;

/**
 * A paper as a picture, as on a newspaper's front page. Styles stand in it as they do because the library that draws it
 * knows no others.
 */
export function PaperPoster({ paper }: { paper: PaperDetails }) {
	const title = cut(paper.title.text.replace(UNKNOWN, " ").replace(/\s+/g, " ").trim());
	const by = describeAuthors(paper).replace(UNKNOWN, " ");
	const date = paper.editionDate ?? paper.publishedOn;
	return (
		<div
			style={{
				display: "flex",
				flexDirection: "column",
				width: "100%",
				height: "100%",
				padding: "56px 72px",
				background: "#fdfcf9",
				color: "#1a1815",
				fontFamily: "Newsreader",
			}}
		>
			<div
				style={{
					display: "flex",
					justifyContent: "space-between",
					borderBottom: "3px solid #1a1815",
					paddingBottom: 20,
					fontSize: 34,
				}}
			>
				<span>Broadsheet</span>
				{date && (
					<span style={{ fontFamily: "Inter", fontSize: 26, color: "#5c564d" }}>{formatMonthDayYear(date)}</span>
				)}
			</div>
			<div
				style={{
					display: "flex",
					flex: 1,
					alignItems: "center",
					fontSize: SIZES.find(({ upTo }) => title.length <= upTo)?.fontSize ?? SMALLEST,
					lineHeight: 1.12,
					letterSpacing: "-0.02em",
				}}
			>
				{title}
			</div>
			<div
				style={{
					display: "flex",
					justifyContent: "space-between",
					alignItems: "center",
					borderTop: "1px solid #e4dfd5",
					paddingTop: 24,
					fontFamily: "Inter",
					fontSize: 26,
					color: "#5c564d",
				}}
			>
				<span style={{ maxWidth: 800 }}>{by}</span>
				<span style={{ color: "#b3361b" }}>
					{paper.upvotes.total === 1 ? "1 upvote" : `${paper.upvotes.total} upvotes`}
				</span>
			</div>
		</div>
	);
}

function cut(title: string): string {
	return title.length <= TITLE_MAX ? title : `${title.slice(0, TITLE_MAX).replace(/\s+\S*$/, "")} …`;
}

function describeAuthors({ organization, authors, authorCount }: PaperDetails): string {
	if (organization) return organization.name;
	const [first] = authors;
	if (first === undefined) return authorCount === null ? "" : `${authorCount} authors`;
	return authors.length === 1 ? first.name : `${first.name} and ${authors.length - 1} more`;
}
