import { setTimeout as sleep } from "node:timers/promises";
import { FakeResend, type Fault } from "../../fakes/resend";
import { resendErrors } from "../../fakes/resend-documented";
import type { Seeded } from "../seeded";

/** How long it takes to accept a batch at most. */
const DELAY_MS = 400;

/** How often what goes wrong, in a hundred requests. */
const OFTEN = { rateLimit: 5, lost: 2, internal: 1 };

/** A fake Resend that is slow, refuses some requests, and loses some of its answers. */
export function createProvider(seeded: Seeded, poison: string[]): FakeResend {
	const drawFault = (): Fault | undefined => {
		resend.options.delayMs = seeded.below(DELAY_MS);
		const drawn = seeded.below(100);
		if (drawn < OFTEN.rateLimit)
			return { kind: "answer", error: resendErrors.rateLimit, headers: { "retry-after": "1" } };
		if (drawn < OFTEN.rateLimit + OFTEN.lost)
			return { kind: seeded.below(2) === 0 ? "accept-and-drop" : "accept-and-cut" };
		if (drawn < OFTEN.rateLimit + OFTEN.lost + OFTEN.internal) return { kind: "answer", error: resendErrors.internal };
		return undefined;
	};
	const resend = new FakeResend({ isLean: true, poison, drawFault });
	return resend;
}

/** Waits until it has accepted so many mails. */
export async function haveAccepted(resend: FakeResend, mails: number): Promise<void> {
	while (resend.accepted.length < mails) await sleep(20);
}
