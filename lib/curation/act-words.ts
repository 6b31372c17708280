import { z } from "zod";
import type { Act } from "../submissions/acts";
import { formatMonthDayYear, parseUtcDate } from "../time";

const day = z.string().transform((text) => {
	const date = parseUtcDate(text);
	return date === undefined ? text : formatMonthDayYear(date);
});

const listed = z.object({ date: day });
const moved = z.object({ from: day, to: day });
const hidden = z.object({ reason: z.string().optional() });
const decidedVotes = z.object({ votes: z.number() });
const decidedClaim = z.object({ name: z.string(), by: z.literal("orcid").optional() });
const resent = z.object({ was: z.string() });
const onChannel = z.object({ name: z.string() });
const imported = z.object({ added: z.number() });

/**
 * What an act did, as a sentence goes on after the name of who did it: `moved it from Jun 8, 2026 to Jun 9, 2026`.
 *
 * @param detail as its audit row holds it
 */
export function sayAct(act: Act["act"], detail: unknown): string {
	switch (act) {
		case "submit":
			return `submitted it for ${listed.parse(detail).date}`;
		case "add":
			return `added it to ${listed.parse(detail).date}`;
		case "move": {
			const { from, to } = moved.parse(detail);
			return `moved it from ${from} to ${to}`;
		}
		case "hide":
			return because("hid it", detail);
		case "unhide":
			return "showed it again";
		case "hide_comment":
			return because("hid a comment on it", detail);
		case "unhide_comment":
			return "showed a comment on it again";
		case "dismiss_reports":
			return "let a reported comment on it stay";
		case "accept_votes":
			return `accepted ${countVotes(detail)} of a burst`;
		case "void_votes":
			return `voided ${countVotes(detail)} of a burst`;
		case "approve_claim": {
			const { name, by } = decidedClaim.parse(detail);
			return by === "orcid" ? `became known as ${name}, by ORCID` : `approved the claim to be ${name}`;
		}
		case "refuse_claim":
			return `refused the claim to be ${decidedClaim.parse(detail).name}`;
		case "stop_digests":
			return "stopped the digests";
		case "resume_digests":
			return "let the digests go on";
		case "test_digest":
			return "had a test of the digest sent to themselves";
		case "resend_delivery":
			return `had a mail sent again that was ${resent.parse(detail).was}`;
		case "end_subscription":
			return "ended a subscription";
		case "import_subscribers": {
			const { added } = imported.parse(detail);
			return `imported ${added} ${added === 1 ? "subscriber" : "subscribers"}`;
		}
		case "add_channel":
			return `added the channel ${nameOf(detail)}`;
		case "change_channel":
			return `changed the channel ${nameOf(detail)}`;
		case "pause_channel":
			return `paused the channel ${nameOf(detail)}`;
		case "resume_channel":
			return `resumed the channel ${nameOf(detail)}`;
		case "remove_channel":
			return `removed the channel ${nameOf(detail)}`;
		case "test_channel":
			return `sent a test to the channel ${nameOf(detail)}`;
		case "repost_channel":
			return `had a digest posted again to the channel ${nameOf(detail)}`;
	}
}

function because(did: string, detail: unknown): string {
	const { reason } = hidden.parse(detail);
	return reason ? `${did}: ${reason}` : did;
}

function nameOf(detail: unknown): string {
	return onChannel.parse(detail).name;
}

function countVotes(detail: unknown): string {
	const { votes } = decidedVotes.parse(detail);
	return votes === 1 ? "1 vote" : `${votes} votes`;
}
