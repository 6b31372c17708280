import { BlockList, isIP } from "node:net";

/** @typedef {import("node:http").IncomingMessage} IncomingMessage */

/** By it lib/http/client-address.ts knows where a request came from. */
const HEADER = "x-client-address";

/** Addresses that nobody on the internet has: whoever comes from one may be a proxy of the host's own. */
const own = new BlockList();
for (const [network, prefix] of /** @type {const} */ ([
	["127.0.0.0", 8],
	["10.0.0.0", 8],
	["172.16.0.0", 12],
	["192.168.0.0", 16],
	["100.64.0.0", 10],
	["169.254.0.0", 16],
]))
	own.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of /** @type {const} */ ([
	["::1", 128],
	["fc00::", 7],
	["fe80::", 10],
]))
	own.addSubnet(network, prefix, "ipv6");

/**
 * Notes in a request's headers which address it came from, in the place of whatever the client says of that: the other end of the
 * connection; or, where that is a proxy, whom the proxy names last in `X-Forwarded-For`, as all before may be made up.
 * @param {IncomingMessage} request before Next gets it
 */
export function noteClientAddress({ headers, socket }) {
	delete headers[HEADER];
	const peer = socket.remoteAddress;
	const address = (isOwn(peer) && lastForwarded(headers["x-forwarded-for"])) || peer;
	if (address !== undefined) headers[HEADER] = address;
}

/** @param {string | undefined} address undefined for a socket of this machine */
function isOwn(address) {
	return address === undefined || own.check(address, isIP(address) === 4 ? "ipv4" : "ipv6");
}

/** @param {string | string[] | undefined} header several come as one, with commas */
function lastForwarded(header) {
	const last = String(header ?? "")
		.split(",")
		.at(-1)
		?.trim();
	return last && isIP(last) !== 0 ? last : undefined;
}
