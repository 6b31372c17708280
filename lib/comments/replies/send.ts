import "server-only";
import { log } from "../../log";
import { sendMail } from "../../mail/mailer";
import {
	countWaiting,
	giveUpUnknown,
	type HeldMail,
	noteTry,
	release,
	type Settled,
	settle,
	skipTooLate,
	takeReplyMail,
} from "./ledger";
import { writeReplyMail } from "./mail";

type ReplyRun = {
	/** Decides what is too late. Leases and the life of keys go by the database's clock. */
	now: Date;
	/** Tries no more mails than this; the others wait for the next run. */
	limit?: number;
	/** Counts what waits, and changes nothing. */
	dryRun?: boolean;
	/** Ends the run after the mail that is under way. */
	signal?: AbortSignal;
};

export type ReplyCounts = Record<Settled | "waiting", number>;

/**
 * Mails word of replies to who asked for it. May run as often as one likes, several at once, and die anywhere: each reply is
 * told once.
 *
 * @throws when the database can't be reached; another run goes on where this one stopped
 */
export async function sendReplyMails({
	now,
	limit = Number.POSITIVE_INFINITY,
	dryRun = false,
	signal,
}: ReplyRun): Promise<ReplyCounts> {
	const counts: ReplyCounts = { submitted: 0, rejected: 0, skipped: 0, unknown: 0, waiting: 0 };
	if (dryRun) return { ...counts, waiting: await countWaiting() };
	counts.unknown = await giveUpUnknown();
	counts.skipped = await skipTooLate(now);
	const tried: bigint[] = [];
	while (!signal?.aborted && tried.length < limit) {
		const held = await takeReplyMail(tried);
		if (held === undefined) break;
		tried.push(held.commentId);
		const outcome = await tryMail(held);
		if (outcome === "waits") break;
		counts[outcome] += 1;
	}
	return { ...counts, waiting: await countWaiting() };
}

/** Tries one mail. What keeps one from leaving would keep the next as well: the run ends, and another tries again. */
async function tryMail(held: HeldMail): Promise<Settled | "waits"> {
	const written = await writeReplyMail(held.commentId);
	if (written === undefined) {
		const state = held.frozen === null ? "skipped" : "unknown";
		await settle(held.commentId, state);
		return state;
	}
	const message = held.frozen ?? written;
	await noteTry(held.commentId, message);
	const outcome = await sendMail(message, `reply/${held.commentId}`);
	if (outcome.kind === "submitted" || outcome.kind === "rejected") {
		await settle(held.commentId, outcome.kind);
		if (outcome.kind === "rejected")
			log.warn({ reply: String(held.commentId), reason: outcome.reason }, "the provider rejects a mail about a reply");
		return outcome.kind;
	}
	await release(held, outcome.kind);
	log.warn(
		{ reply: String(held.commentId), outcome: outcome.kind, reason: outcome.reason },
		"a mail about a reply waits for another run",
	);
	return "waits";
}
