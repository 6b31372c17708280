/**
 * What went wrong with a source:
 * - `rate-limited`, `unavailable` (5xx, no or a broken connection), `timed-out`: may go well later
 * - `not-found`: the source has no such thing
 * - `refused`: the source says that the question is wrong or not ours to ask (4xx)
 * - `not-allowed`: we would have had to ask a host that the settings do not name
 * - `too-large`, `malformed`: the answer or file is not what it should be
 */
export type SourceErrorKind =
	| "rate-limited"
	| "unavailable"
	| "timed-out"
	| "not-found"
	| "refused"
	| "not-allowed"
	| "too-large"
	| "malformed";

/** A source could not give what was asked of it. The message is a sentence for the operator, without queries or secrets. */
export class SourceError extends Error {
	override readonly name = "SourceError";
	readonly kind: SourceErrorKind;
	/** How long the source asks us to stay away. */
	readonly retryAfterMs?: number;

	constructor(kind: SourceErrorKind, message: string, options: ErrorOptions & { retryAfterMs?: number } = {}) {
		super(message, options);
		this.kind = kind;
		if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs;
	}
}
