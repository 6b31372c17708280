import "server-only";
import { createElement } from "react";
import { DigestMail } from "@/emails/digest";
import { digestText } from "@/emails/digest-text";
import { linkTo } from "../mail/links";
import { renderMail } from "../mail/render";
import { senderAddress } from "../mail/sender";
import { formatLongDate } from "../time";
import { type BatchPayload, TOKEN_PLACEHOLDER } from "./payload";
import type { Digest } from "./types";

/** A digest's mail without its recipients. */
export type DigestMailParts = Omit<BatchPayload, "recipients">;

/** Renders a digest once for all: recipients differ in their token only, where the placeholder stands. */
export async function renderDigest({ date, isSample, subject, papers }: Digest): Promise<DigestMailParts> {
	const props = {
		date: formatLongDate(date),
		papers: papers.map(({ id, ...paper }, index) => ({
			...paper,
			rank: index + 1,
			link: linkTo(`/papers/${id}`),
			upvoteLink: linkTo(`/votes/${id}`),
		})),
		editionUrl: linkTo(`/papers/date/${date}`),
		unsubscribeUrl: linkTo("/unsubscribe", TOKEN_PLACEHOLDER),
		siteUrl: linkTo("/"),
		isSample,
	};
	const { html } = await renderMail(createElement(DigestMail, props));
	return {
		from: senderAddress(),
		subject,
		html,
		text: digestText(props),
		oneClickUrl: linkTo("/api/unsubscribe", TOKEN_PLACEHOLDER),
	};
}
