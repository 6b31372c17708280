"use client";

import { useState } from "react";
import { AiSummaryNote } from "./ai-summary-note";
import { type CardPaper, topicOf } from "./card-paper";
import { RichText } from "./rich-text";
import { TopicLinks } from "./topic-links";
import { useRest } from "./use-rest";

/** Less than this fits into three lines on any screen. */
const SHORT = 110;

/**
 * A paper's abstract, cut at three lines. The box unfolds it in place, also without a script; with one, what there is of an
 * imported summary and of topics comes along. What a shortened card leaves out is fetched then, and until it is here, the
 * abstract leads to the paper's page.
 */
export function PaperAbstract({ paper }: { paper: CardPaper }) {
	const [isOpen, setOpen] = useState(false);
	const { abstract, aiSummary, topics, isShortened } = useRest(paper, isOpen);
	const isShort = typeof abstract === "string" && abstract.length < SHORT;
	const isAll = isShort && !aiSummary && !topics && !isShortened;
	return (
		<div className="abstract">
			<p>
				<RichText of={abstract} />
				{isShortened && (
					<a className="rest" href={`/papers/${paper.id}`}>
						Read on
					</a>
				)}
			</p>
			{!isAll && (
				<input type="checkbox" aria-label="The whole abstract" onChange={(event) => setOpen(event.target.checked)} />
			)}
			{isOpen && (
				<>
					{aiSummary && <AiSummaryNote summary={aiSummary} />}
					{topics && <TopicLinks topics={topics.map(topicOf)} />}
				</>
			)}
		</div>
	);
}
