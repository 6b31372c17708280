import "server-only";
import { createHmac } from "node:crypto";
import { BlockList, isIP } from "node:net";
import { networkOf } from "../http/client-address";
import { addDays, type UtcDate, utcDateOf } from "../time";
import { keyedHash } from "../tokens";

/** Private and loopback addresses: RFC 1918, 4193, 4291, 6598. */
const PRIVATE = new BlockList();
for (const [address, bits] of [
	["10.0.0.0", 8],
	["172.16.0.0", 12],
	["192.168.0.0", 16],
	["100.64.0.0", 10],
	["127.0.0.0", 8],
	["169.254.0.0", 16],
] as const)
	PRIVATE.addSubnet(address, bits);
for (const [address, bits] of [
	["::1", 128],
	["fc00::", 7],
	["fe80::", 10],
] as const)
	PRIVATE.addSubnet(address, bits, "ipv6");

/**
 * What stands for the network of an address: today's key of it and yesterday's, so that a burst around midnight is still one. A
 * private address has none: behind a proxy that names no clients everybody has the same.
 *
 * @param address as `clientAddress` gives it
 * @returns hex; today's first, which is the one to keep
 */
export function networkKeys(address: string, now: Date): [] | [today: string, yesterday: string] {
	if (PRIVATE.check(address, isIP(address) === 6 ? "ipv6" : "ipv4")) return [];
	const today = utcDateOf(now);
	const network = networkOf(address);
	return [keyOf(network, today), keyOf(network, addDays(today, -1))];
}

/** Each UTC day has a key of its own, derived from the app's secret: what is kept of one day tells nothing about another. */
function keyOf(network: string, day: UtcDate): string {
	return createHmac("sha256", keyedHash(`networks of votes on ${day}`))
		.update(network)
		.digest("hex");
}
