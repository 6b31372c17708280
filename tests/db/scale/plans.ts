import pg from "pg";
import { z } from "zod";

/** A step of a plan that was carried out, with what it read of a table. */
type Step = { kind: string; table: string; rows: number };

/** A statement as it was sent to the database, and what it took. */
export type Plan = {
	statement: string;
	steps: Step[] /** Pages of 8 kB, each time that one was looked at. */;
	pages: number;
};

const node = z.object({
	"Node Type": z.string(),
	"Relation Name": z.string().optional(),
	"Actual Rows": z.number(),
	"Actual Loops": z.number(),
	"Rows Removed by Filter": z.number().optional(),
	"Rows Removed by Index Recheck": z.number().optional(),
	"Shared Hit Blocks": z.number(),
	"Shared Read Blocks": z.number(),
	get Plans() {
		return node.array().optional();
	},
});
type Node = z.infer<typeof node>;

const explained = z.object({ "Query Text": z.string(), Plan: node });

/** Has Postgres tell the plan of each statement to whoever sent it (https://www.postgresql.org/docs/18/auto-explain.html). */
const SETTINGS = {
	session_preload_libraries: "'auto_explain'",
	"auto_explain.log_min_duration": "0",
	"auto_explain.log_analyze": "on",
	"auto_explain.log_buffers": "on",
	"auto_explain.log_timing": "off",
	"auto_explain.log_format": "'json'",
	"auto_explain.log_level": "'notice'",
	"auto_explain.log_nested_statements": "on",
};

/** The statements that have connections of this database tell their plans from now on. */
export function tellPlans(database: string): string {
	return Object.entries(SETTINGS)
		.map(([name, value]) => `ALTER DATABASE "${database}" SET ${name} = ${value}`)
		.join("; ");
}

/**
 * Listens to all connections that are made from now on.
 *
 * @returns gives what was sent and told since it was asked last: plans, those within functions of the database too, and how many
 *   statements were sent, without those that begin and end transactions
 */
export function listenToPlans(): () => { plans: Plan[]; statements: number } {
	let [told, statements] = [[] as string[], 0];
	const connect: (this: pg.Client, ...given: unknown[]) => unknown = pg.Client.prototype.connect;
	// For good, as connections outlive tests; a spy would be taken back after each.
	const connectListening = function (this: pg.Client, ...given: unknown[]) {
		this.on("notice", ({ message }) => {
			const [, text] = /^duration: [\d.]+ ms {2}plan:\n(.*)$/s.exec(message ?? "") ?? [];
			if (text !== undefined) told.push(text);
		});
		return connect.apply(this, given);
	};
	const query: (this: pg.Client, ...given: unknown[]) => unknown = pg.Client.prototype.query;
	const queryCounting = function (this: pg.Client, ...given: unknown[]) {
		const [sent] = given;
		const text = typeof sent === "string" ? sent : (sent as pg.QueryConfig).text;
		if (!/^(BEGIN|COMMIT|ROLLBACK)/.test(text)) statements++;
		return query.apply(this, given);
	};
	Object.assign(pg.Client.prototype, { connect: connectListening, query: queryCounting });
	return () => {
		const since = { plans: told.map(toPlan), statements };
		[told, statements] = [[], 0];
		return since;
	};
}

function toPlan(text: string): Plan {
	const { "Query Text": statement, Plan: top } = explained.parse(JSON.parse(text));
	return { statement, steps: toSteps(top), pages: top["Shared Hit Blocks"] + top["Shared Read Blocks"] };
}

function toSteps(step: Node): Step[] {
	const below = (step.Plans ?? []).flatMap(toSteps);
	const table = step["Relation Name"];
	if (table === undefined) return below;
	const removed = (step["Rows Removed by Filter"] ?? 0) + (step["Rows Removed by Index Recheck"] ?? 0);
	const rows = (step["Actual Rows"] + removed) * step["Actual Loops"];
	return [{ kind: step["Node Type"], table, rows }, ...below];
}
