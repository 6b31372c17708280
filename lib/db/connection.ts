import pg from "pg";

const CONNECT_TIMEOUT_MS = 10_000;

/** What Postgres's codes mean for whoever set the address. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const REFUSALS: Record<string, string> = {
	"28P01": "refuses the user or the password. Check both in {setting}.",
	"28000": "does not let this user in from this machine. Check its pg_hba.conf, and whether it wants ?sslmode=require.",
	"3D000": "has no database of that name. Create it, or name another in {setting}.",
	"53300": "has no connection left. Raise its max_connections, or close what uses them.",
	"57P03": "is just starting or stopping. Try again in a moment.",
};

/**
 * Connects once, and ends the connection.
 *
 * @param setting the variable that the address stands in
 * @returns what stands in the way: one sentence with host and port but neither user nor password, and what to do about
 *   it; undefined when the database answers
 */
export async function findConnectionFault(databaseUrl: string, setting: string): Promise<string | undefined> {
	const place = describePlace(databaseUrl);
	if (place === undefined)
		return `${setting} can't be used: it is malformed, or names a certificate that can't be read.`;
	const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
	// The server may break the connection that it has refused once more.
	client.on("error", () => undefined);
	try {
		await client.connect();
		await client.end();
		return undefined;
	} catch (error) {
		return `The database at ${place} ${explain(error, setting)}`;
	}
}

function explain(error: unknown, setting: string): string {
	const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
	const refusal = code === undefined ? undefined : REFUSALS[code];
	if (refusal !== undefined) return refusal.replace("{setting}", setting);
	if (error instanceof pg.DatabaseError) return `refuses the connection (${code}). Its log says why.`;
	const message = error instanceof Error ? error.message : "";
	// The driver's own, without a code.
	if (/password/.test(message)) return `wants a password, and ${setting} has none.`;
	if (/SSL/.test(message)) return `has no TLS, which ${setting} asks for (sslmode).`;
	const reason = code ?? (/timeout/.test(message) ? "no answer" : "the connection broke");
	return `can't be reached (${reason}). Check ${setting}, and that Postgres runs there and listens.`;
}

/** Host and port, or the folder of a socket; undefined for an address that the driver can't read. */
function describePlace(databaseUrl: string): string | undefined {
	try {
		const { host, port } = new pg.Client({ connectionString: databaseUrl });
		return `${host}:${port}`;
	} catch {
		// Its message may quote what it can't read.
		return undefined;
	}
}
