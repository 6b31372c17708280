import { query } from "./query";

/** Each query describes one kind of thing by lines that are the same in two databases exactly if the things are. */
const DESCRIPTIONS = [
	`SELECT format('column %I.%I %s%s%s', table_name, column_name, format_type(a.atttypid, a.atttypmod),
	          CASE WHEN is_nullable = 'NO' THEN ' not null' ELSE '' END, ' default ' || column_default) AS line
	   FROM information_schema.columns c
	   JOIN pg_attribute a ON a.attrelid = format('%I.%I', table_schema, table_name)::regclass AND a.attname = column_name
	  WHERE table_schema = 'public'`,
	`SELECT 'index ' || indexdef AS line FROM pg_indexes WHERE schemaname = 'public'`,
	// Checks, like triggers, are beyond Prisma's language: only migrations have them.
	`SELECT format('constraint %s %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS line
	   FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f', 'x')`,
	`SELECT format('enum %I (%s)', typname, string_agg(enumlabel, ', ' ORDER BY enumsortorder)) AS line
	   FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname`,
];

/**
 * Describes what `schema.prisma` can say of a database: columns with type, nullability and default, indexes, primary,
 * unique and foreign keys, enums with their labels in order.
 *
 * @returns sorted lines, one a thing; Prisma's own ledger of migrations is left out
 */
export async function describeCatalogue(databaseUrl: string): Promise<string[]> {
	const found = await Promise.all(DESCRIPTIONS.map((sql) => query<{ line: string }>(databaseUrl, sql)));
	return found
		.flat()
		.map(({ line }) => line)
		.filter((line) => !line.includes("_prisma_migrations"))
		.sort();
}
