// `npm run migrate`: applies what is missing of prisma/migrations to the database.
import { migrate } from "../lib/db/migrate";
import { env } from "../lib/env";
import { requireDatabase } from "./ready/require-ready";

await requireDatabase();
const applied = await migrate(env().DIRECT_DATABASE_URL);
console.log(applied.length === 0 ? "the database is up to date" : `applied: ${applied.join(", ")}`);

// The schema engine leaves a timer of ten seconds behind, for a lock that it has given back long since.
process.exit(0);
