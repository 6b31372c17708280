import { z } from "zod";
import type { Answer } from "./request";
import type { ChannelKind, TryOutcome } from "./types";

/** What they say that is short and from a list of theirs may be shown; sentences may repeat the address. */
const slackWord = /^[a-z_]{2,60}$/;
const discordAnswer = z.object({
	id: z.string().optional().catch(undefined),
	code: z.number().int().optional().catch(undefined),
	/** Seconds, with fractions. */
	retry_after: z.number().nonnegative().optional().catch(undefined),
});

/**
 * Says what an answer means.
 *
 * @param now for a `Retry-After` that is a date
 * @see https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 * @see https://discord.com/developers/docs/resources/webhook#execute-webhook
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function readAnswer(kind: ChannelKind, answer: Answer, now: Date): TryOutcome {
	if (answer.kind === "private") return { kind: "rejected", reason: "its host is at a private address" };
	if (answer.kind === "not-sent") return { kind: "retry", reason: answer.reason };
	if (answer.kind === "lost") return answer;
	const { status, body } = answer;
	const reason = `answered ${status}${detailOf(kind, body)}`;
	if (status >= 200 && status < 300) {
		return isTaken(kind, status, body)
			? { kind: "submitted" }
			: { kind: "lost", reason: `${reason}, not as documented` };
	}
	if (status < 400) return { kind: "rejected", reason: `${reason}: leads elsewhere, which is not followed` };
	if (status === 404 || status === 410) return { kind: "rejected", reason, gone: true };
	const afterSeconds = waitOf(kind, answer, now);
	const wait = { kind: "retry", reason, ...(afterSeconds !== undefined && { afterSeconds }) } as const;
	if (status === 429) return wait;
	// A gateway that waited in vain does not know what became of what it passed on.
	if (status === 504) return { kind: "lost", reason };
	return status >= 500 || status === 408 ? wait : { kind: "rejected", reason };
}

/** A web page in between may answer 200 to anything. */
function isTaken(kind: ChannelKind, status: number, body: string): boolean {
	if (kind === "slack") return body.trim() === "ok";
	if (kind === "discord") return status === 204 || readDiscord(body).id !== undefined;
	return true;
}

function detailOf(kind: ChannelKind, body: string): string {
	if (kind === "slack") return slackWord.test(body.trim()) && body.trim() !== "ok" ? ` ${body.trim()}` : "";
	const code = kind === "discord" ? readDiscord(body).code : undefined;
	return code === undefined ? "" : ` (code ${code})`;
}

/** Discord's body says it to the millisecond, its header rounds. */
function waitOf(kind: ChannelKind, { retryAfter = "", body }: { retryAfter?: string; body: string }, now: Date) {
	const told = kind === "discord" ? readDiscord(body).retry_after : undefined;
	if (told !== undefined) return told;
	if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter);
	const until = Date.parse(retryAfter);
	return Number.isNaN(until) ? undefined : Math.max(0, (until - now.getTime()) / 1000);
}

function readDiscord(body: string): z.infer<typeof discordAnswer> {
	try {
		return discordAnswer.safeParse(JSON.parse(body)).data ?? {};
	} catch {
		// Like any other answer without anything of these.
		return {};
	}
}
