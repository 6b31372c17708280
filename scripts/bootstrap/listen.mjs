import { isIP } from "node:net";
import { isDemo } from "./demo.mjs";

const THIS_MACHINE = "127.0.0.1";
const ALL_INTERFACES = new Set(["0.0.0.0", "::"]);
const SELF = new Set([THIS_MACHINE, "::1", "localhost"]);

/**
 * What the site listens on. A demo shows everybody's mail, sign-in links included, at /outbox: only this machine gets to
 * see it, unless the host says otherwise with HOST.
 * @param {NodeJS.ProcessEnv} settings
 * @returns {string | undefined} undefined for all interfaces, which is Next's own default
 */
export function listeningHost(settings) {
	if (isUsable(settings.HOST)) return settings.HOST;
	return isDemo(settings) ? THIS_MACHINE : undefined;
}

/**
 * Some shells and conda environments put the machine's name or type into HOST: nobody's wish to us.
 * @param {NodeJS.ProcessEnv} settings
 * @returns {string | undefined} what to tell the host about it
 */
export function describeIgnoredHost({ HOST: host }) {
	return host === undefined || isUsable(host) ? undefined : `HOST is ignored: "${host}" is no IP address`;
}

/**
 * @param {string | undefined} host from `listeningHost`
 * @returns {string} where to ask for the site on this machine
 */
export function reachableHost(host) {
	return host === undefined || ALL_INTERFACES.has(host) ? THIS_MACHINE : host;
}

/**
 * @param {string | undefined} host from `listeningHost`
 * @param {number} port
 * @returns {string} the site's address as a browser on this machine has it
 */
export function localAddress(host, port) {
	if (host === undefined || answersLocalhost(host)) return `http://localhost:${port}`;
	return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/**
 * @param {string | undefined} host from `listeningHost`
 * @returns {boolean} whether it is what `localhost` leads to
 */
export function answersLocalhost(host) {
	return host === undefined || ALL_INTERFACES.has(host) || SELF.has(host);
}

/**
 * @param {string | undefined} host from `listeningHost`
 * @returns {boolean} whether only this machine gets there
 */
export function isClosed(host) {
	return host !== undefined && SELF.has(host);
}

/** @param {string | undefined} host @returns {boolean} */
function isUsable(host) {
	return host === "localhost" || isIP(host ?? "") > 0;
}
