import { findConnectionFault } from "../../lib/db/connection";
import { findPoolerFault } from "../../lib/db/pooler";
import { env } from "../../lib/env";

/** Ends the process with 1, and with what is wrong, unless all settings are right. A stack says nothing to the host. */
export function requireSettings(): void {
	try {
		env();
	} catch (error) {
		// `env` throws nothing but the sentence that is meant for the host.
		leave(error instanceof Error ? error.message : String(error));
	}
}

/** As `requireSettings`; and the database has to answer too. */
export async function requireDatabase(): Promise<void> {
	requireSettings();
	const { DATABASE_URL: pooled, DIRECT_DATABASE_URL: direct } = env();
	const fault = await findConnectionFault(direct, direct === pooled ? "DATABASE_URL" : "DIRECT_DATABASE_URL");
	if (fault !== undefined) leave(fault);
	const pooledFault = (await findConnectionFault(pooled, "DATABASE_URL")) ?? (await findPoolerFault(pooled));
	if (pooledFault !== undefined) leave(pooledFault);
}

function leave(sentence: string): never {
	console.error(sentence);
	process.exit(1);
}
