import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const pathTo = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
	resolve: {
		alias: [
			{ find: /^@\//, replacement: pathTo("./") },
			// Outside a React server build the package throws, which is all it does.
			{ find: /^server-only$/, replacement: pathTo("./node_modules/server-only/empty.js") },
		],
	},
	test: {
		setupFiles: ["tests/setup.ts"],
		// Two cores, which a developer's editor and browser want a share of as well.
		maxWorkers: 2,
		testTimeout: 30_000,
		hookTimeout: 60_000,
		restoreMocks: true,
		unstubEnvs: true,
		projects: [
			{ extends: true, test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"] } },
			{
				extends: true,
				test: {
					name: "db",
					include: ["tests/db/**/*.test.ts"],
					globalSetup: ["tests/db/global-setup.ts"],
					setupFiles: ["tests/setup.ts", "tests/db/setup.ts"],
				},
			},
		],
	},
});
