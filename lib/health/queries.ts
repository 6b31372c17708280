import "server-only";
import { db } from "../db/client";
import { log } from "../log";

/** The worker beats every 15 s; after four missed beats it is taken for dead. */
const SILENT_AFTER_MS = 60_000;

export type Health = {
	ok: boolean;
	database: "ok" | "unreachable";
	/** `absent`: none was ever started on this database, as where a cron service calls the jobs instead. */
	worker: "ok" | "silent" | "absent" | "unknown";
};

/** How the parts that a page does not show are doing. */
export async function readHealth(now: Date): Promise<Health> {
	try {
		const heartbeat = await db().heartbeat.findUnique({ where: { name: "worker" } });
		const isSilent = heartbeat !== null && now.getTime() - heartbeat.beatAt.getTime() > SILENT_AFTER_MS;
		return { ok: !isSilent, database: "ok", worker: heartbeat === null ? "absent" : isSilent ? "silent" : "ok" };
	} catch (error) {
		log.warn({ err: error }, "health: the database can't be reached");
		return { ok: false, database: "unreachable", worker: "unknown" };
	}
}
