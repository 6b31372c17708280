import { z } from "zod";
import { withoutAddresses } from "./reasons";
import type { SendOutcome } from "./types";

type NotSubmitted = Exclude<SendOutcome, { kind: "submitted" }>;
type Headers = Record<string, string> | null;

/** The SDK hands on the body of an error answer as it came; a proxy in between may have written it. */
const resendError = z.object({
	name: z.string().catch("unnamed_error"),
	message: z.string().catch(""),
	statusCode: z.number().nullish().catch(undefined),
});

/** How long to wait where the answer does not say: for a quota to renew, and for an operator to notice. */
const QUOTA_SECONDS = 3600;
const OPERATOR_SECONDS = 300;
const DEFAULT_SECONDS = 1;

/**
 * Reads an error of the Resend API.
 *
 * @param error the `error` of the SDK's answer; its `statusCode` is null where no whole answer came
 * @param headers of the answer; null where none came
 * @see https://resend.com/docs/api-reference/errors
 */
export function readResendError(error: unknown, headers: Headers): NotSubmitted & { needsOperator?: true } {
	const { name, message, statusCode } = resendError.parse(error);
	const reason = `${statusCode ?? "no answer"} ${name}: ${withoutAddresses(message)}`;
	switch (name) {
		case "invalid_from_address":
			// The sender is a setting of ours: no mail is to be given up for it.
			return { kind: "retry", reason, afterSeconds: OPERATOR_SECONDS, needsOperator: true };
		case "daily_quota_exceeded":
		case "monthly_quota_exceeded":
			// `ratelimit-reset` is about requests a second, a quota is by the day or month.
			return {
				kind: "retry",
				reason,
				afterSeconds: secondsIn(headers, "retry-after") ?? QUOTA_SECONDS,
				needsOperator: true,
			};
		case "concurrent_idempotent_requests":
			return { kind: "unknown", reason, afterSeconds: waitOf(headers) ?? DEFAULT_SECONDS };
		case "invalid_idempotent_request":
			// Something went out under this key. A new key would send it twice.
			return { kind: "unknown", reason };
	}
	if (statusCode === 429) return { kind: "retry", reason, afterSeconds: waitOf(headers) ?? DEFAULT_SECONDS };
	if (statusCode === 400 || statusCode === 413 || statusCode === 422) return { kind: "rejected", reason };
	if (statusCode !== null && statusCode !== undefined && statusCode !== 408 && statusCode >= 400 && statusCode < 500) {
		// A wrong key, a domain that is not verified, a wrong RESEND_BASE_URL, a suspended account.
		return { kind: "retry", reason, afterSeconds: OPERATOR_SECONDS, needsOperator: true };
	}
	// No answer, half an answer, or a server that failed before or after it accepted.
	return { kind: "unknown", reason, afterSeconds: waitOf(headers) ?? DEFAULT_SECONDS };
}

function waitOf(headers: Headers): number | undefined {
	return secondsIn(headers, "retry-after") ?? secondsIn(headers, "ratelimit-reset");
}

function secondsIn(headers: Headers, name: string): number | undefined {
	const seconds = Number.parseFloat(headers?.[name] ?? "");
	return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
