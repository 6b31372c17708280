/** `npm run check`: what a commit needs, in well under a minute. */
import { requireNode } from "./bootstrap/require-node.mjs";
import { root } from "./bootstrap/root.mjs";

requireNode();
const { lint, types, unused } = await import("./checks/house.mjs");
const { unitTests } = await import("./checks/suites.mjs");
const { runChecks } = await import("./checks/run-checks.mjs");

await runChecks(root, [types, lint, unused, unitTests]);
