import "server-only";
import { createElement } from "react";
import { ReplyMail } from "@/emails/reply";
import { db } from "../../db/client";
import { toSubject } from "../../mail/headers";
import { linkTo } from "../../mail/links";
import { renderMail } from "../../mail/render";
import { senderAddress } from "../../mail/sender";
import type { Message } from "../../mail/types";
import { renderRichText } from "../../papers/latex";
import { submitterName } from "../../papers/submitter";
import { readWords } from "../markdown";
import { signStopToken } from "./tokens";

/** Of a reply, in characters: the rest is on the page. */
const WORDS_MAX = 1500;
const TITLE_MAX = 120;

/**
 * Writes the mail that tells of a reply.
 *
 * @returns undefined if nobody is to get it any more: the reply or the paper is gone, or they want no such mails
 */
export async function writeReplyMail(commentId: bigint): Promise<Message | undefined> {
	const found = await db().replyMail.findUnique({
		where: {
			commentId,
			user: { replyMails: true },
			comment: { deletedAt: null, hiddenAt: null, paper: { hiddenAt: null } },
		},
		select: {
			user: { select: { id: true, email: true } },
			comment: {
				select: {
					body: true,
					paper: { select: { id: true, title: true } },
					author: { select: { name: true, handle: true } },
				},
			},
		},
	});
	return found === null ? undefined : writeFound(commentId, found);
}

type Found = {
	user: { id: string; email: string };
	comment: {
		body: string;
		paper: { id: string; title: string };
		author: { name: string; handle: string | null } | null;
	};
};

/** Writes it of what the rows say. */
export async function writeFound(commentId: bigint, { user, comment }: Found): Promise<Message> {
	const { paper, author } = comment;
	const token = await signStopToken(user.id);
	const who = submitterName(author, null) ?? (author?.handle ? `@${author.handle}` : "Somebody");
	const title = toSubject(renderRichText(paper.title).text, TITLE_MAX);
	const mail = createElement(ReplyMail, {
		who,
		title,
		words: shorten(readWords(comment.body)),
		link: linkTo(`/papers/${paper.id}#comment-${commentId}`),
		stopUrl: linkTo("/comments/mails", token),
		siteUrl: linkTo("/"),
	});
	return {
		from: senderAddress(),
		to: user.email,
		subject: toSubject(`${who} replied to you on “${title}”`),
		...(await renderMail(mail)),
		headers: {
			"List-Unsubscribe": `<${linkTo("/api/comments/mails", token)}>`,
			"List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
		},
	};
}

/** The first paragraphs, of which the last may end with an ellipsis. */
function shorten(paragraphs: string[]): string[] {
	const kept: string[] = [];
	let room = WORDS_MAX;
	for (const words of paragraphs) {
		if (room <= 0) break;
		kept.push(words.length > room ? toSubject(words, room) : words);
		room -= words.length;
	}
	return kept;
}
