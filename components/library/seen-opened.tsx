"use client";

import { useSeenOpened } from "./use-seen";

/** Stands on a paper's page and shows nothing. */
export function SeenOpened({ paperId }: { paperId: string }) {
	useSeenOpened(paperId);
	return null;
}
