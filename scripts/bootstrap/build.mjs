import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { compressStatic } from "./compress-static.mjs";
import { hashOf, readIfThere, writeAtomically } from "./files.mjs";
import { runQuietly } from "./processes.mjs";

const SOURCES = [
	...["app", "components", "lib", "emails", "public", "prisma/schema.prisma"],
	...[
		"next.config.ts",
		"proxy.ts",
		"instrumentation.ts",
		"instrumentation-client.ts",
		"postcss.config.mjs",
		"tsconfig.json",
		"package-lock.json",
	],
];

/**
 * Names of server actions are made with it: with one for all builds, a page of one machine or version can send its forms to
 * another. Nothing is kept secret by it: it would encrypt what actions inside components close over, and we have none
 * (tests/unit/architecture).
 */
const ACTIONS_KEY = Buffer.from("broadsheet: names of actions....").toString("base64");

/** What a new build may keep: Next's own cache, and the output of a development server that may be running. */
const KEPT = new Set(["cache", "dev"]);

/** As long as those that Next makes up. */
const BUILD_ID_LENGTH = 21;

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {boolean} whether .next holds a whole build of these sources
 */
export function isBuilt(root, env) {
	return readIfThere(stampPath(root)) === hashOfSources(root, env);
}

/**
 * Builds the site. Needs no database.
 * @param {string} root
 * @param {{ node: string, env: NodeJS.ProcessEnv, register: import("./processes.mjs").Register }} how
 */
export async function build(root, { node, env, register }) {
	const hash = hashOfSources(root, env);
	const output = join(root, ".next");
	if (existsSync(output)) {
		// The stamp first: should we die half way, what is left must not pass for a build.
		rmSync(stampPath(root), { force: true });
		for (const entry of readdirSync(output)) {
			if (!KEPT.has(entry)) rmSync(join(output, entry), { recursive: true, force: true });
		}
	}
	await runQuietly({
		command: node,
		args: [join(root, "node_modules/next/dist/bin/next"), "build"],
		cwd: root,
		env: {
			...env,
			NODE_ENV: "production",
			NEXT_TELEMETRY_DISABLED: "1",
			NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: ACTIONS_KEY,
			// Read by next.config.ts.
			BROADSHEET_BUILD_ID: createHash("sha256").update(hash).digest("hex").slice(0, BUILD_ID_LENGTH),
		},
		register,
		problem: "The site could not be built",
		advice: "What Next.js printed is above.",
	});
	await compressStatic(root);
	mkdirSync(output, { recursive: true });
	writeAtomically(stampPath(root), hash, 0o644);
}

/** @param {string} root */
function stampPath(root) {
	return join(root, ".next/broadsheet-build.json");
}

/** @param {string} root @param {NodeJS.ProcessEnv} env */
function hashOfSources(root, env) {
	// Next writes the values of these into the pages' scripts.
	const inlined = Object.keys(env)
		.filter((name) => name.startsWith("NEXT_PUBLIC_"))
		.sort();
	return JSON.stringify({
		sources: hashOf(root, SOURCES, {
			without: ["lib/db/generated"],
			facts: inlined.map((name) => `${name}=${env[name]}`),
		}),
	});
}
