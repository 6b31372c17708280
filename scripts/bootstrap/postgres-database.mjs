import { codeOf } from "./failure.mjs";

const NO_SUCH_DATABASE = "3D000";
const WRONG_PASSWORD = "28P01";

/**
 * Makes the database unless it is there.
 * @param {(database: string) => string} url
 * @param {string} database a plain name, letters and underscores
 * @returns {Promise<"ready" | "wrong password">}
 */
export async function ensureDatabase(url, database) {
	if (!/^[a-z_]+$/.test(database)) throw new Error(`not a plain database name: ${database}`);
	try {
		await query(url(database), "SELECT 1");
	} catch (error) {
		if (codeOf(error) === WRONG_PASSWORD) return "wrong password";
		if (codeOf(error) !== NO_SUCH_DATABASE) throw error;
		await query(url("postgres"), `CREATE DATABASE ${database}`);
	}
	return "ready";
}

/** @param {string} connectionString @param {string} sql */
async function query(connectionString, sql) {
	// Only here: the packages are not installed yet when this file is first loaded.
	const { default: pg } = await import("pg");
	const client = new pg.Client({ connectionString });
	try {
		await client.connect();
		await client.query(sql);
	} finally {
		await client.end();
	}
}
