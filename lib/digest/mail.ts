import "server-only";
import { createElement } from "react";
import { DigestMail, type DigestMailProps } from "@/emails/digest";
import { digestText } from "@/emails/digest-text";
import { linkTo } from "../mail/links";
import { renderHtml } from "../mail/render";
import { addDays, utcDateOf } from "../time";
import { signToken } from "../tokens";
import { formatDays, sayGain } from "./dates";
import { CHOICES_PLACEHOLDER, type DigestMailParts, SCHEDULE_PLACEHOLDER, TOKEN_PLACEHOLDER } from "./payload";
import { isCommon, papersOf } from "./select";
import { subjectOf } from "./subject";
import type { Digest, SelectionContent } from "./types";

/** For how long a mail can be opened in a browser, where it is not the public one. */
const VIEW_DAYS = 365;

/** A selection of a digest, and where it is kept: a preview's is nowhere yet. */
export type Selection = { id: string | undefined; content: SelectionContent };

/** Renders a selection once for all who get it: what differs between them stands where the placeholders are. */
export async function renderSelection(digest: Omit<Digest, "id">, selection: Selection): Promise<DigestMailParts> {
	const { papers, matches } = papersOf(digest, selection.content);
	const props = { ...describe(digest, selection.content), viewUrl: await viewUrl(digest, selection) };
	const html = await renderHtml(createElement(DigestMail, props));
	return { subject: subjectOf(digest.kind, [...papers, ...matches]), html, text: digestText(props) };
}

function describe(digest: Omit<Digest, "id">, content: SelectionContent): Omit<DigestMailProps, "viewUrl"> {
	const { papers, matches } = papersOf(digest, content);
	const toPaper = ({ id, ...paper }: (typeof papers)[number]) => ({
		...paper,
		why: content.why[id] ?? null,
		link: linkTo(`/papers/${id}`),
		upvoteLink: linkTo(`/votes/${id}`),
	});
	return {
		kind: digest.kind,
		date: formatDays(digest, content.language),
		language: content.language,
		isTop: papers.every(({ id }, index) => id === digest.papers[index]?.id),
		papers: papers.map((paper, index) => ({ ...toPaper(paper), rank: index + 1 })),
		matches: matches.map(toPaper),
		risen: content.risen.map((paper) => ({
			title: paper.title,
			gain: sayGain(paper, digest),
			link: linkTo(`/papers/${paper.id}`),
		})),
		editionUrl: linkTo(`/papers/date/${digest.date}`),
		choicesUrl: linkTo("/subscribe/choices", CHOICES_PLACEHOLDER),
		unsubscribeUrl: linkTo("/unsubscribe", TOKEN_PLACEHOLDER),
		schedule: SCHEDULE_PLACEHOLDER,
		siteUrl: linkTo("/"),
		isSample: digest.isSample,
	};
}

/** The public page where it shows the same; for others one by a signed link. */
async function viewUrl(digest: Omit<Digest, "id">, { id, content }: Selection): Promise<string> {
	if (id === undefined || isCommon(digest, content)) return linkTo(`/digests/${digest.kind}/${digest.date}`);
	const expiresAt = new Date(`${addDays(utcDateOf(new Date()), VIEW_DAYS)}T00:00:00Z`);
	return linkTo("/digests/mine", await signToken("digest-selection", id, expiresAt));
}
