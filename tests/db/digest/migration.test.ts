import { expect, test } from "vitest";
import { migrate, readMigrations } from "@/lib/db/migrate";
import { withSchemaEngine } from "@/lib/db/schema-engine";
import { createTestDatabase } from "../database";
import { query } from "../query";

const DIGEST = "20261126000000_digest";

/** Two editions that were mailed as all mails were: the first to both, the second to one, while the other waits. */
const BEFORE = `
	INSERT INTO editions (date) VALUES ('2026-06-08'), ('2026-06-09');
	INSERT INTO digests (kind, date, subject, papers)
	SELECT 'daily', date, 'Top', jsonb_build_array(jsonb_build_object('id', '2606.0' || to_char(date, 'DD'))) FROM editions;
	INSERT INTO subscribers (email, state, confirmed_at) VALUES ('a@example.org', 'confirmed', now()), ('b@example.org', 'confirmed', now());
	INSERT INTO deliveries (digest_id, subscriber_id, kind, date, state, provider_id, settled_at)
	SELECT d.id, s.id, 'daily', d.date,
		(CASE WHEN waits THEN 'planned' ELSE 'submitted' END)::delivery_state,
		CASE WHEN waits THEN NULL ELSE 'p' END, CASE WHEN waits THEN NULL ELSE now() END
	FROM digests d, subscribers s, LATERAL (SELECT d.date = '2026-06-09' AND s.email = 'b@example.org') AS one (waits)
	ORDER BY d.date`;

test("what was mailed before counts: no paper comes again, no day twice, and what waits is put together anew", async () => {
	const database = await createTestDatabase("template0");
	const migrationsList = await readMigrations();
	migrationsList.migrationDirectories = migrationsList.migrationDirectories.filter(({ path }) => path < DIGEST);
	const filters = { externalTables: [], externalEnums: [] };
	await withSchemaEngine(database.url, (engine) => engine.applyMigrations({ migrationsList, filters }));
	await query(database.url, BEFORE);
	expect(await migrate(database.url)).toContain(DIGEST);
	const deliveries = await query(
		database.url,
		`SELECT s.email, d.date::text, d.state::text, sel.papers FROM deliveries d JOIN subscribers s ON s.id = d.subscriber_id
			LEFT JOIN digest_selections sel ON sel.id = d.selection_id ORDER BY d.date, s.email`,
	);
	expect(deliveries).toEqual([
		{ email: "a@example.org", date: "2026-06-09", state: "submitted", papers: ["2606.008"] },
		{ email: "b@example.org", date: "2026-06-09", state: "submitted", papers: ["2606.008"] },
		{ email: "a@example.org", date: "2026-06-10", state: "submitted", papers: ["2606.009"] },
		{ email: "b@example.org", date: "2026-06-10", state: "planned", papers: null },
	]);
	await database.drop();
});
