/** `node scripts/run.mjs scripts/x.ts …`: runs a TypeScript script as the site and the worker run, with the same database. */
import { requireNode } from "./bootstrap/require-node.mjs";
import { root } from "./bootstrap/root.mjs";

requireNode();
const [script, ...rest] = process.argv.slice(2);
if (script === undefined) {
	process.stderr.write("Usage: node scripts/run.mjs scripts/NAME.ts [arguments]\n");
	process.exit(2);
}
const { runScript } = await import("./bootstrap/run-script.mjs");
await runScript(root, script, rest);
