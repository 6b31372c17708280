import type { ReactNode } from "react";
import { findCategory } from "@/lib/papers/arxiv-categories";
import type { PaperDetails } from "@/lib/papers/types";
import { formatLongDate, formatMonthDayYear } from "@/lib/time";
import { SubmitterLine } from "./submitter-line";

/** What is known of a paper beside its words: where it was listed, its versions, where it came out. */
export function PaperFacts({ paper }: { paper: PaperDetails }) {
	const { editionDate, rank, submitter, publishedOn, version, revisedOn, categories } = paper;
	return (
		<dl className="text-sm text-ink-soft">
			{editionDate && (
				<Fact name="Listed">
					<a href={`/papers/date/${editionDate}`} className="text-link underline underline-offset-3">
						{formatLongDate(editionDate)}
					</a>
					{rank !== null && `, #${rank} of the day`}
				</Fact>
			)}
			{submitter && (
				<Fact name="By">
					<SubmitterLine submitter={submitter} />
				</Fact>
			)}
			{publishedOn && (
				<Fact name="Published">
					<time dateTime={publishedOn}>{formatMonthDayYear(publishedOn)}</time>
				</Fact>
			)}
			{version !== null && version > 1 && (
				<Fact name="Newest version">
					<b className="font-semibold text-ink">Version {version}</b>
					{revisedOn && (
						<>
							, revised <time dateTime={revisedOn}>{formatMonthDayYear(revisedOn)}</time>
						</>
					)}
				</Fact>
			)}
			{categories.length > 0 && (
				<Fact name="Categories">{categories.map((code) => `${code} (${findCategory(code).name})`).join(", ")}</Fact>
			)}
			{paper.journalRef && <Fact name="Appeared in">{paper.journalRef}</Fact>}
			{paper.doi && (
				<Fact name="DOI">
					<a href={`https://doi.org/${encodeURI(paper.doi)}`} className="text-link">
						{paper.doi}
					</a>
				</Fact>
			)}
			{paper.authorComment && <Fact name="Authors' note">{paper.authorComment}</Fact>}
		</dl>
	);
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
	return (
		<div className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-3 border-b border-rule py-1.5">
			<dt className="text-ink-faint">{name}</dt>
			<dd className="[overflow-wrap:anywhere]">{children}</dd>
		</div>
	);
}
