import { findConnectionFault } from "../../lib/db/connection";
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
	const fault = await findConnectionFault(env().DATABASE_URL);
	if (fault !== undefined) leave(fault);
}

function leave(sentence: string): never {
	console.error(sentence);
	process.exit(1);
}
