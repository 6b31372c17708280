import "server-only";
import { countResting, forgetOver, giveBack, type Rate, take } from "../db/cooldowns";
import { keyedHash } from "../tokens";

const ONCE_A_MINUTE: Rate = { times: 1, seconds: 60 };
const FIVE_AN_HOUR: Rate = { times: 5, seconds: 3600 };

/** More addresses than this in one minute are no readers of ours; it is someone who uses us to mail strangers. */
const ADDRESSES_A_MINUTE = 100;

const MINUTE_PREFIX = "sign-in:minute:";
const HOUR_PREFIX = "sign-in:hour:";

/**
 * Asks leave to send a sign-in mail: one a minute and five an hour to an address. Whoever asks at the same time as another
 * is refused; nothing is counted against an address by being refused. The whole site sends about a hundred a minute at most.
 */
export async function takeMailTurn(email: string): Promise<"granted" | "too-soon" | "too-many" | "crowded"> {
	await forgetOver();
	if ((await countResting(MINUTE_PREFIX)) >= ADDRESSES_A_MINUTE) return "crowded";
	if (!(await take(minuteKey(email), ONCE_A_MINUTE))) return "too-soon";
	return (await take(hourKey(email), FIVE_AN_HOUR)) ? "granted" : "too-many";
}

/** Gives a turn back whose mail could not be sent, so that the person can try again at once. */
export async function returnMailTurn(email: string): Promise<void> {
	await giveBack(minuteKey(email), ONCE_A_MINUTE);
	await giveBack(hourKey(email), FIVE_AN_HOUR);
}

function minuteKey(email: string): string {
	return MINUTE_PREFIX + keyedHash(email);
}

function hourKey(email: string): string {
	return HOUR_PREFIX + keyedHash(email);
}
