import "server-only";
import { countResting, forgetOver, giveBack, isFree, type Rate, take } from "../db/cooldowns";
import { keyedHash } from "../tokens";

/** An address gets at most one mail about subscribing in this time, whoever enters it, … */
const ONCE_IN_TEN_MINUTES: Rate = { times: 1, seconds: 10 * 60 };

/** … and three before it gets one every eight hours only: never more than five in 24 hours. */
const THRICE_A_DAY: Rate = { times: 3, seconds: 24 * 60 * 60 };

/** Longer than sending takes with all its tries; short, as a process that died holds the turn too. */
const WHILE_SENDING: Rate = { times: 1, seconds: 60 };

/** So many different addresses in ten minutes are no longer readers; it is someone who uses us to mail strangers. */
const ADDRESSES_MAX = 300;

/** Of the keys that count as an address of the last ten minutes: those that had their mail, and those that wait for it. */
const PREFIX = "subscribe:";

/**
 * Takes an address's turn to be mailed: of two at once, one gets it. It lasts for a minute only, until `keepTurn`. A process
 * that dies before it has sent the mail thereby keeps nobody from asking again.
 *
 * @returns `taken`; `sending` while somebody else has it; `resting` if the address had its mail lately; `crowded` if too
 *   many addresses had theirs
 */
export async function takeTurn(email: string): Promise<"taken" | "sending" | "resting" | "crowded"> {
	await forgetOver();
	if ((await countResting(PREFIX)) >= ADDRESSES_MAX) return "crowded";
	const keys = keysOf(email);
	if (!(await take(keys.sending, WHILE_SENDING))) return "sending";
	if ((await isFree(keys.minutes, ONCE_IN_TEN_MINUTES)) && (await isFree(keys.day, THRICE_A_DAY))) return "taken";
	await returnTurn(email);
	return "resting";
}

/** Counts a turn whose mail is out: the address rests now. */
export async function keepTurn(email: string): Promise<void> {
	const keys = keysOf(email);
	await take(keys.minutes, ONCE_IN_TEN_MINUTES);
	await take(keys.day, THRICE_A_DAY);
	await returnTurn(email);
}

/** Gives a turn back that came to nothing, so that the reader can try again at once. */
export async function returnTurn(email: string): Promise<void> {
	await giveBack(keysOf(email).sending, WHILE_SENDING);
}

function keysOf(email: string) {
	const hash = keyedHash(`subscribe ${email}`);
	return { sending: `${PREFIX}sending:${hash}`, minutes: `${PREFIX}${hash}`, day: `subscribe-day:${hash}` };
}
