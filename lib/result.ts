/** What a mutation gives back: done, with a value, or refused, with a reason that the caller puts into words. */
export type Result<Value, Reason extends string> = { ok: true; value: Value } | { ok: false; reason: Reason };

export function done<Value>(value: Value): { ok: true; value: Value } {
	return { ok: true, value };
}

export function refused<Reason extends string>(reason: Reason): { ok: false; reason: Reason } {
	return { ok: false, reason };
}
