// Brings a database to where the app expects it: migrated and, with --sample, holding the sample edition if it was empty.
import { migrate } from "../lib/db/migrate";
import { withSession } from "../lib/db/session";
import { env } from "../lib/env";
import { requireDatabase } from "./ready/require-ready";

await requireDatabase();
const applied = await migrate(env().DIRECT_DATABASE_URL);
console.log(applied.length === 0 ? "the database is up to date" : `applied ${applied.length} migrations`);

if (process.argv.includes("--sample") && (await isEmpty())) {
	// Only now: it brings Prisma's client along, and each start waits for us.
	const { loadSample } = await import("../lib/ingest/sample");
	const { indexPapers } = await import("../lib/ingest/index-papers");
	const loaded = await loadSample();
	await indexPapers({ now: new Date() });
	if (loaded > 0) console.log(`loaded the sample edition, ${loaded} papers`);
}

// The schema engine leaves a timer of ten seconds behind, for a lock that it has given back long since.
process.exit(0);

async function isEmpty(): Promise<boolean> {
	const { rows } = await withSession((session) => session.query("SELECT FROM papers LIMIT 1"));
	return rows.length === 0;
}
