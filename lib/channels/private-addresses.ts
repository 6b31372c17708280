import { BlockList, isIPv6 } from "node:net";

/** What does not lead to a host of the public net (https://www.iana.org/assignments/iana-ipv4-special-registry). */
const PRIVATE_V4 = [
	"0.0.0.0/8",
	"10.0.0.0/8",
	"100.64.0.0/10",
	"127.0.0.0/8",
	"169.254.0.0/16",
	"172.16.0.0/12",
	"192.0.0.0/24",
	"192.0.2.0/24",
	"192.88.99.0/24",
	"192.168.0.0/16",
	"198.18.0.0/15",
	"198.51.100.0/24",
	"203.0.113.0/24",
	"224.0.0.0/4",
	"240.0.0.0/4",
];

/** Within what is public: the ways to IPv4 addresses, and what is for documents alone. */
const PRIVATE_V6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];
const PUBLIC_V6 = ["2000::/3"];

function toList(subnets: string[], family: "ipv4" | "ipv6"): BlockList {
	const list = new BlockList();
	for (const subnet of subnets) {
		const [net = "", prefix] = subnet.split("/");
		list.addSubnet(net, Number(prefix), family);
	}
	return list;
}

const privateV4 = toList(PRIVATE_V4, "ipv4");
const privateV6 = toList(PRIVATE_V6, "ipv6");
const publicV6 = toList(PUBLIC_V6, "ipv6");

/**
 * Whether an IP address is one of our own machine or network, or of nobody: posting there could reach what is not meant for us.
 *
 * @param address in any spelling; IPv4 in IPv6's clothes is private in any case, as no host is found so
 */
export function isPrivateAddress(address: string): boolean {
	if (!isIPv6(address)) return privateV4.check(address, "ipv4");
	return !publicV6.check(address, "ipv6") || privateV6.check(address, "ipv6");
}

/** Whether a host's name says that it is this very machine. */
export function isLoopbackName(hostname: string): boolean {
	return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
