import { isDemo } from "./demo.mjs";
import { isClosed } from "./listen.mjs";

/**
 * What a host wants to know once the site answers.
 * @param {NodeJS.ProcessEnv} env the whole of it, from `completeEnvironment`
 * @param {string | undefined} host what the site listens on
 * @param {number} seconds since the start
 * @returns {string[]} lines
 */
export function announce(env, host, seconds) {
	return [
		"",
		`Broadsheet is at ${env.APP_URL}   (ready in ${seconds.toFixed(1)} s)`,
		describeMail(env),
		...(isDemo(env) ? [describeReach(env, host)] : []),
		"Ctrl-C stops everything",
		"",
	];
}

/** @param {NodeJS.ProcessEnv} env */
function describeMail(env) {
	if (env.RESEND_API_KEY) return "Mail goes out through Resend";
	if (env.SMTP_URL) return "Mail goes out by SMTP";
	// Only a demo has the page.
	return isDemo(env)
		? `Mail goes to the outbox: ${new URL("/outbox", env.APP_URL).href}`
		: `Mail is kept as files in ${env.OUTBOX_DIR}`;
}

/** @param {NodeJS.ProcessEnv} env @param {string | undefined} host */
function describeReach(env, host) {
	if (isClosed(host)) return "A trial: only this machine gets to see it (HOST=0.0.0.0 opens it to the network)";
	const mail = env.RESEND_API_KEY || env.SMTP_URL ? "" : ", and read all mail, sign-in links too";
	return `A trial, open to the network: whoever reaches this machine can use it${mail}`;
}
