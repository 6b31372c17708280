import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf, readIfThere, writeAtomically } from "./files.mjs";
import { runQuietly } from "./processes.mjs";

/** @param {string} root @returns {boolean} whether lib/db/generated is there and made from this schema by this Prisma */
export function isGenerated(root) {
	return readIfThere(stampPath(root)) === stampOf(root);
}

/**
 * Makes the database client from prisma/schema.prisma.
 * @param {string} root
 * @param {string} node
 * @param {import("./processes.mjs").Register} register
 */
export async function generate(root, node, register) {
	const stamp = stampOf(root);
	await runQuietly({
		command: node,
		args: [join(root, "node_modules/prisma/build/index.js"), "generate"],
		cwd: root,
		// `generate` never runs the schema engine, but downloads it unless told where one is: any program will do.
		env: {
			...process.env,
			PRISMA_SCHEMA_ENGINE_BINARY: node,
			CHECKPOINT_DISABLE: "1",
			PRISMA_HIDE_UPDATE_MESSAGE: "1",
		},
		register,
		problem: "The database client could not be generated",
		advice: "What Prisma printed is above. Look at prisma/schema.prisma.",
	});
	writeAtomically(stampPath(root), stamp, 0o644);
}

/** @param {string} root */
function stampPath(root) {
	return join(root, "lib/db/generated/.broadsheet-generate");
}

/** @param {string} root */
function stampOf(root) {
	const { version } = JSON.parse(readFileSync(join(root, "node_modules/prisma/package.json"), "utf8"));
	return hashOf(root, ["prisma/schema.prisma", "prisma.config.ts"], { facts: [version] });
}
