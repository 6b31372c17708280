import { join } from "node:path";

/** @typedef {{ port: number, host: string | undefined }} Where */

/**
 * How a process of the built site is started. glibc keeps what threads have freed in up to eight areas for each processor; compressing
 * pages frees much, and two areas do for it: 50 MB less in a crowd, on two processors.
 * @param {string} folder of the build
 * @param {NodeJS.ProcessEnv} env
 * @param {Where} where
 */
export function siteCommand(folder, env, where) {
	return {
		args: [join(folder, "scripts/site.mjs"), ...listenArguments(where)],
		cwd: folder,
		env: { MALLOC_ARENA_MAX: "2", ...env },
	};
}

/** What Next's own commands take as well. @param {Where} where */
export function listenArguments({ port, host }) {
	return ["-p", String(port), ...(host === undefined ? [] : ["-H", host])];
}
