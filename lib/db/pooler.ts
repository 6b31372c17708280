import pg from "pg";

/** What the app's connections ask of Postgres as they begin. */
export const CONNECTION = {
	connectionTimeoutMillis: 5_000,
	/** Longer than any query of ours takes, shorter than a reader's patience. */
	statement_timeout: 15_000,
	application_name: "broadsheet",
	// Days are UTC days, whatever the server's own zone.
	options: "-c TimeZone=UTC",
};

/**
 * Connects as the app does, and looks whether what it asks for has come through: a pooler may drop it, and days would turn at
 * another hour.
 *
 * @param databaseUrl of a database that answers, maybe through a pooler
 * @returns one sentence about what is missing; undefined when nothing is
 */
export async function findPoolerFault(databaseUrl: string): Promise<string | undefined> {
	const client = new pg.Client({ connectionString: databaseUrl, ...CONNECTION });
	client.on("error", () => undefined);
	try {
		await client.connect();
		const { rows } = await client.query<{ zone: string; timeout: string }>(
			"SELECT current_setting('TimeZone') AS zone, current_setting('statement_timeout') AS timeout",
		);
		const [{ zone, timeout } = { zone: "", timeout: "" }] = rows;
		if (zone !== "UTC") return say(`runs its connections in the zone ${zone}, not in UTC`);
		if (timeout === "0") return say("sets no statement_timeout");
	} catch (error) {
		if (!(error instanceof pg.DatabaseError && /startup parameter/.test(error.message))) throw error;
		return say("refuses the settings that our connections begin with");
	} finally {
		await client.end().catch(() => undefined);
	}
	return undefined;
}

function say(fault: string): string {
	return `The pooler that DATABASE_URL names ${fault}. docs/pgbouncer.ini shows how to set it.`;
}
