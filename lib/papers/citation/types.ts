import type { UtcDate } from "../../time";
import type { PaperId } from "../ids";

/** What the writers of citations take. Title, abstract and journal reference are as the source has them, and may hold LaTeX. */
export type CitedPaper = {
	id: PaperId;
	title: string;
	/** As the paper prints them ("Given Family"), in its order. */
	authors: readonly string[];
	/** First version, newest version. */
	publishedOn: UtcDate | null;
	revisedOn: UtcDate | null;
	abstract: string;
	/** arXiv's, the primary one first. */
	categories: readonly string[];
	/** The journal's, where the source knows one. */
	doi: string | null;
	journalRef: string | null;
	keywords: readonly string[];
};
