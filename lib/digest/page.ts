import "server-only";
import type { UtcDate } from "../time";
import { readToken } from "../tokens";
import { formatDays, sayGain } from "./dates";
import { findDigest, findSelection } from "./queries";
import { commonContent, papersOf } from "./select";
import type { Digest, DigestKind, DigestPage, SelectionContent } from "./types";

/** The digest that everybody got who has chosen nothing, as a page; undefined where none was composed. */
export async function readDigestPage(kind: DigestKind, date: UtcDate): Promise<DigestPage | undefined> {
	const digest = await findDigest(kind, date);
	return digest && toPage(digest, commonContent(digest));
}

/** The mail that a signed link names, as a page; undefined for a token that is not ours, not for this, or over. */
export async function readMailPage(token: string, now: Date): Promise<DigestPage | undefined> {
	const id = await readToken("digest-selection", token, now);
	const selection = id === undefined ? undefined : await findSelection(id);
	return selection && toPage(selection.digest, selection.content);
}

function toPage(digest: Digest, content: SelectionContent): DigestPage {
	const { papers, matches } = papersOf(digest, content);
	const withWhy = (paper: (typeof papers)[number]) => ({ ...paper, why: content.why[paper.id] ?? null });
	return {
		kind: digest.kind,
		date: digest.date,
		days: formatDays(digest, content.language),
		language: content.language,
		isSample: digest.isSample,
		papers: papers.map(withWhy),
		matches: matches.map(withWhy),
		risen: content.risen.map((paper) => ({ id: paper.id, title: paper.title, gain: sayGain(paper, digest) })),
	};
}
