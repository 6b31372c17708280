import "server-only";
import { db } from "./client";

/** Writes down that a background process was alive at an instant. */
export async function writeBeat(name: string, at: Date): Promise<void> {
	await db().$executeRaw`
		INSERT INTO heartbeats (name, beat_at) VALUES (${name}, ${at})
		ON CONFLICT (name) DO UPDATE SET beat_at = GREATEST(heartbeats.beat_at, EXCLUDED.beat_at)`;
}

/** When a background process was last alive; undefined if it never was. */
export async function findBeat(name: string): Promise<Date | undefined> {
	const beat = await db().heartbeat.findUnique({ where: { name } });
	return beat?.beatAt;
}
