import { isIP } from "node:net";

/** Set by scripts/site.mjs, which deletes what a client sends under this name. */
const OWN_HEADER = "x-client-address";

/** Set by Vercel's own edge, behind which there is no server of ours (https://vercel.com/docs/headers/request-headers). */
const VERCEL_HEADER = "x-real-ip";

/**
 * The address that a request came from.
 *
 * @returns undefined where nobody trustworthy says it, as with Next's development server
 */
export function clientAddress(headers: Headers): string | undefined {
	const address = headers.get(process.env.VERCEL ? VERCEL_HEADER : OWN_HEADER);
	return address !== null && isIP(address) !== 0 ? address : undefined;
}

/**
 * The part of an address that stands for one client: all of an IPv4 address, also where it is written in an IPv6 one; of an IPv6
 * address the first 64 bits, which is the least that a household or a machine is given (RFC 6177).
 *
 * @param address as `clientAddress` gives it
 */
export function networkOf(address: string): string {
	if (isIP(address) === 4) return address;
	const groups = toGroups(address);
	const [high = 0, low = 0] = groups.slice(6);
	const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
	if (isMapped) return [high >> 8, high & 0xff, low >> 8, low & 0xff].join(".");
	return `${groups
		.slice(0, 4)
		.map((group) => group.toString(16))
		.join(":")}::/64`;
}

/** The eight groups of an IPv6 address, in whichever of its spellings. */
function toGroups(address: string): number[] {
	const [withoutZone] = address.split("%");
	// What reads addresses for browsers knows all spellings, and writes one, in which only `::` is left to be read.
	const [before = [], after = []] = new URL(`http://[${withoutZone}]`).hostname
		.slice(1, -1)
		.split("::")
		.map((part) => (part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16))));
	return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}
