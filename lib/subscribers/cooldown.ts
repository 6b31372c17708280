import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { keyedHash } from "../tokens";

/** An address gets at most one mail about subscribing in this time, whoever enters it. */
const ADDRESS_MINUTES = 10;

/** So many different addresses in the same time are no longer readers; it is someone who uses us to mail strangers. */
const ADDRESSES_MAX = 300;

const PREFIX = "subscribe:";

const taken = z.array(z.object({ crowded: z.boolean(), taken: z.boolean() })).length(1);

/**
 * Takes an address's turn, in one statement: of two at once, one gets it.
 *
 * @returns `taken`; `resting` if the address had its turn lately; `crowded` if too many addresses had theirs
 */
export async function takeTurn(email: string): Promise<"taken" | "resting" | "crowded"> {
	const rows = await db().$queryRaw`
		WITH crowd AS (
			SELECT count(*) >= ${ADDRESSES_MAX} AS crowded FROM cooldowns
			WHERE starts_with(key, ${PREFIX}) AND expires_at > now()
		), turn AS (
			INSERT INTO cooldowns (key, expires_at)
			SELECT ${keyOf(email)}, now() + make_interval(mins => ${ADDRESS_MINUTES}::int) FROM crowd WHERE NOT crowded
			ON CONFLICT (key) DO UPDATE SET expires_at = EXCLUDED.expires_at WHERE cooldowns.expires_at <= now()
			RETURNING 1
		)
		SELECT crowded, EXISTS (SELECT 1 FROM turn) AS taken FROM crowd`;
	const [row] = taken.parse(rows);
	if (row?.taken) return "taken";
	return row?.crowded ? "crowded" : "resting";
}

/** Gives a turn back that came to nothing, so that the reader can try again at once. */
export async function returnTurn(email: string): Promise<void> {
	await db().cooldown.deleteMany({ where: { key: keyOf(email) } });
}

function keyOf(email: string): string {
	return PREFIX + keyedHash(`subscribe ${email}`);
}
