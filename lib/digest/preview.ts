import "server-only";
import { utcDateOf } from "../time";
import { ownParts } from "./batches";
import { foreseeDigest } from "./compose";
import { prepareContents, type Recipient } from "./contents";
import { renderSelection } from "./mail";
import { fillIn } from "./payload";
import { findNewestEditionBefore } from "./queries";
import type { DigestKind, Preview } from "./types";

/**
 * The mail that a subscriber would get by some choices, made of the newest closed edition whether they have had it or not.
 * Changes nothing.
 */
export async function previewMail(recipient: Recipient, now: Date): Promise<Preview> {
	const newest = await findNewestEditionBefore(utcDateOf(now));
	if (!newest) return { problem: "There is no edition yet to show." };
	const kind: DigestKind = recipient.choices.rhythm === "weekly" ? "weekly" : "daily";
	const digest = await foreseeDigest(kind, newest);
	const [content] = await prepareContents(digest, async () => new Map())([recipient]);
	if (!content) return { problem: "Nothing in the newest edition matches: no mail would come of it." };
	const { html } = await renderSelection(digest, { id: undefined, content });
	return { html: fillIn(html, await ownParts(recipient.id, recipient.choices)) };
}
