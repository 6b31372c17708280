"use client";

import { useState } from "react";
import { AiSummaryNote } from "./ai-summary-note";
import { type CardPaper, topicOf } from "./card-paper";
import { RichText } from "./rich-text";
import { TopicLinks } from "./topic-links";

/** Less than this fits into three lines on any screen. */
const SHORT = 110;

/**
 * A paper's abstract, cut at three lines. The box unfolds it in place, also without a script; with one, what there is of an
 * imported summary and of topics comes along.
 */
export function PaperAbstract({ paper: { abstract, aiSummary, topics } }: { paper: CardPaper }) {
	const [isOpen, setOpen] = useState(false);
	const isShort = typeof abstract === "string" && abstract.length < SHORT;
	return (
		<div className="abstract">
			<p>
				<RichText of={abstract} />
			</p>
			{!(isShort && aiSummary === undefined && topics === undefined) && (
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
