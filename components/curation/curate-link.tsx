"use client";

import type { Route } from "next";
import Link from "next/link";
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
		<Link
			href={`/curate/papers/${paperId}` as Route}
			prefetch={false}
			className="text-link underline underline-offset-3"
		>
			Curate
		</Link>
	);
}
