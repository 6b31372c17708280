"use client";

import { useEffect, useState } from "react";
import { askMe, onMe } from "@/components/accounts/ask-me";

/** The way to a paper's curator page, for curators alone: the page around it is cached for everybody. */
export function CurateLink({ paperId }: { paperId: string }) {
	const [isShown, show] = useState(false);
	useEffect(() => {
		const stop = onMe(({ isCurator }) => show(isCurator));
		askMe([]);
		return () => void stop();
	}, []);
	if (!isShown) return null;
	return (
		<a href={`/curate/papers/${paperId}`} className="text-link underline underline-offset-3">
			Curate
		</a>
	);
}
