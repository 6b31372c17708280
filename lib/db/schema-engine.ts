import { readFile } from "node:fs/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/**
 * Opens Prisma's schema engine on one database, through the same driver that the app uses, for as long as it is used.
 *
 * @param databaseUrl a Postgres connection string
 * @param use what to do with the engine
 * @param schema the text of a `schema.prisma`, where the engine is asked to compare against one
 * @returns what `use` gives
 */
export async function withSchemaEngine<Value>(
	databaseUrl: string,
	use: (engine: bindings.SchemaEngine) => Promise<Value>,
	schema?: string,
): Promise<Value> {
	await loadEngine();
	// Ended by hand: the engine keeps a lock for as long as its connection lives.
	const pool = new pg.Pool({ connectionString: databaseUrl });
	try {
		const engine = await bindings.SchemaEngine.new(
			{ datamodels: schema === undefined ? undefined : [["schema.prisma", schema]] },
			() => undefined,
			bindMigrationAwareSqlAdapterFactory(new SchemaEnginePg(pool)),
		);
		try {
			return await use(engine);
		} finally {
			engine.free();
		}
	} finally {
		await pool.end();
	}
}

let loading: Promise<void> | undefined;

/**
 * The package's main entry imports its `.wasm` file as a module, which only the newest Node versions can do; loading the
 * bytes by hand works on all that we support. The bindings hold one instance, so it is made once a process.
 */
function loadEngine(): Promise<void> {
	loading ??= (async () => {
		const entry = import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
		const bytes = await readFile(new URL("schema_engine_bg.wasm", entry));
		const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": { ...bindings } });
		bindings.__wbg_set_wasm(instance.exports);
		(instance.exports.__wbindgen_start as () => void)();
	})();
	return loading;
}

/**
 * The app's adapter cuts a script at every `;`, also inside a function's body or a comment. Postgres takes the whole script
 * in one message, and runs it as one transaction: a migration that fails leaves nothing behind.
 */
class SchemaEnginePg extends PrismaPg {
	override async connect() {
		const adapter = await super.connect();
		adapter.executeScript = async (script) => {
			await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
		};
		return adapter;
	}
}
