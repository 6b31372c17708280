"use client";

import { useState } from "react";
import type { CardPaper } from "./card-paper";
import { RichText } from "./rich-text";
import type { Unfolded } from "./unfolded";

/** Less than this fits into three lines on any screen. */
const SHORT = 110;

/**
 * A paper's abstract, cut at three lines. The box unfolds it in place, also without a script; with one, what there is of an
 * imported summary and of topics comes along. What a shortened card leaves out is fetched then; until it is here, and where it
 * can't be had, the abstract leads to the paper's page.
 */
export function PaperAbstract({ paper }: { paper: CardPaper }) {
	const { id, abstract, aiSummary, topics, isShortened } = paper;
	const [isOpen, setOpen] = useState(false);
	const [unfolded, setUnfolded] = useState<Unfolded>();
	const hasMore = aiSummary ?? topics ?? isShortened;
	const isShort = typeof abstract === "string" && abstract.length < SHORT;

	const toggle = (isWanted: boolean) => {
		setOpen(isWanted);
		if (!isWanted || !hasMore || unfolded) return;
		import("./unfolded").then(({ unfold }) => unfold(paper)).then(setUnfolded, () => undefined);
	};

	return (
		<div className="abstract">
			<p>
				<RichText of={unfolded?.abstract ?? abstract} />
				{isShortened && !unfolded && (
					<a className="rest" href={`/papers/${id}`}>
						Read on
					</a>
				)}
			</p>
			{(hasMore || !isShort) && (
				<input type="checkbox" aria-label="The whole abstract" onChange={(event) => toggle(event.target.checked)} />
			)}
			{isOpen && unfolded?.below}
		</div>
	);
}
