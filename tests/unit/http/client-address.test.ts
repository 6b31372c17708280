import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import fc from "fast-check";
import { describe, expect, it, test, vi } from "vitest";
import { clientAddress, networkOf } from "@/lib/http/client-address";
import { noteClientAddress } from "../../../scripts/site/client-address.mjs";

describe("where a request came from", () => {
	test.each([
		["the other end of the connection", "203.0.113.7", {}, "203.0.113.7"],
		["not whom that one names", "203.0.113.7", { "x-forwarded-for": "198.51.100.1" }, "203.0.113.7"],
		["not who that one says to be", "203.0.113.7", { "x-client-address": "198.51.100.1" }, "203.0.113.7"],
		["whom a proxy on this machine names", "127.0.0.1", { "x-forwarded-for": "198.51.100.1" }, "198.51.100.1"],
		["whom it names last", "::ffff:127.0.0.1", { "x-forwarded-for": "1.2.3.4, 198.51.100.1" }, "198.51.100.1"],
		["in a network of its own too", "10.1.2.3", { "x-forwarded-for": "2001:db8::1" }, "2001:db8::1"],
		["the proxy, where it names nobody", "fd00::1", {}, "fd00::1"],
		["nor says an address", "::1", { "x-forwarded-for": "198.51.100.1, unknown" }, "::1"],
		["whom a proxy behind a socket of this machine names", undefined, { "x-forwarded-for": "1.2.3.4" }, "1.2.3.4"],
		["nobody known", undefined, { "x-client-address": "198.51.100.1" }, undefined],
	])("is %s", (_, peer, headers, expected) => {
		const socket = new Socket();
		Object.defineProperty(socket, "remoteAddress", { value: peer });
		const request = new IncomingMessage(socket);
		Object.assign(request.headers, headers);
		noteClientAddress(request);
		expect(request.headers["x-client-address"]).toBe(expected);
		expect(clientAddress(new Headers(request.headers as Record<string, string>))).toBe(expected);
	});

	it("is what the platform says where no server of ours stands in front", () => {
		vi.stubEnv("VERCEL", "1");
		const headers = new Headers({ "x-client-address": "198.51.100.1", "x-real-ip": "203.0.113.7" });
		expect(clientAddress(headers)).toBe("203.0.113.7");
		vi.unstubAllEnvs();
	});

	it("is never what is no address", () => {
		expect(clientAddress(new Headers({ "x-client-address": "unknown" }))).toBeUndefined();
		expect(clientAddress(new Headers())).toBeUndefined();
	});
});

describe("one client", () => {
	test.each([
		["203.0.113.7", "203.0.113.7"],
		["::ffff:203.0.113.7", "203.0.113.7"],
		["::FFFF:cb00:7107", "203.0.113.7"],
		["2001:DB8:0:1::5", "2001:db8:0:1::/64"],
		["::1", "0:0:0:0::/64"],
		["fe80::1%eth0", "fe80:0:0:0::/64"],
	])("%s is %s", (address, network) => {
		expect(networkOf(address)).toBe(network);
	});

	it("has one IPv4 address, whichever way it is written", () => {
		fc.assert(
			fc.property(fc.ipV4(), (address) => {
				expect([networkOf(address), networkOf(`::ffff:${address}`)]).toEqual([address, address]);
			}),
		);
	});

	const group = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16));
	const half = fc.array(group, { minLength: 4, maxLength: 4 }).map((groups) => groups.join(":"));

	it("has the first half of an IPv6 address, and no other first half", () => {
		// With another first half than that of IPv4 addresses.
		const first = half.map((groups) => `2${groups.slice(1)}`);
		fc.assert(
			fc.property(first, first, half, half, (one, other, low, another) => {
				const network = networkOf(`${one}:${low}`);
				expect(networkOf(`${one}:${another}`.toUpperCase())).toBe(network);
				expect(networkOf(`${other}:${low}`) === network).toBe(networkOf(`${other}:0:0:0:1`) === networkOf(`${one}::1`));
			}),
		);
	});

	it("is told for any address", () => {
		fc.assert(
			fc.property(fc.ipV6(), (address) => {
				expect(networkOf(address)).toMatch(/^(\d+\.){3}\d+$|^([0-9a-f]{1,4}:){4}:\/64$/);
			}),
		);
	});
});
