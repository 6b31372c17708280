/** `npm test`: everything, from a fresh clone too. `npm test -- unit`, or `db`, `browser`, `house`: that alone. */
import { requireNode } from "./bootstrap/require-node.mjs";
import { root } from "./bootstrap/root.mjs";

requireNode();
const { build, lint, types, unused } = await import("./checks/house.mjs");
const { browserTests, databaseTests, unitTests } = await import("./checks/suites.mjs");
const { runChecks } = await import("./checks/run-checks.mjs");

const house = [types, lint, unused];
/** @type {Record<string, import("./checks/run-checks.mjs").Check[]>} */
const parts = {
	house: [...house, build],
	unit: [unitTests],
	db: [databaseTests],
	browser: [build, browserTests],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
	process.stderr.write(`There is no part ${unknown.join(", ")}. The parts are ${Object.keys(parts).join(", ")}.\n`);
	process.exit(2);
}
const all = [...house, unitTests, databaseTests, build, browserTests];
await runChecks(root, wanted.length === 0 ? all : [...new Set(wanted.flatMap((name) => parts[name] ?? []))]);
