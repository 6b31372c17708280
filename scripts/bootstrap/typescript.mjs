/**
 * `node --import ./scripts/bootstrap/typescript.mjs file.ts` runs TypeScript and JSX, with the paths of tsconfig.json.
 * Modules marked "server-only" can be imported: the mark is for the bundler, and a script is no browser.
 */
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

register({ tsconfig: fileURLToPath(new URL("../../tsconfig.json", import.meta.url)) });

const NOTHING = "data:text/javascript,";

registerHooks({
	resolve: (specifier, context, next) =>
		specifier === "server-only" ? { url: NOTHING, format: "module", shortCircuit: true } : next(specifier, context),
});
