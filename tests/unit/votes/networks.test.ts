import fc from "fast-check";
import { expect, test } from "vitest";
import { networkKeys } from "@/lib/votes/networks";

const address = fc.ipV4().filter((one) => networkKeys(one, new Date()).length > 0);
const at = fc.date({ min: new Date("2020-01-02"), max: new Date("2090-01-01"), noInvalidDate: true });
const DAY_MS = 86_400_000;

test("an address has the same two keys all day, and the first is yesterday's tomorrow", () => {
	fc.assert(
		fc.property(address, at, (address, now) => {
			const [today, yesterday] = networkKeys(address, now);
			const midnight = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
			expect(networkKeys(address, midnight)).toEqual([today, yesterday]);
			expect(networkKeys(address, new Date(now.getTime() + DAY_MS))[1]).toBe(today);
			expect(today).not.toBe(yesterday);
		}),
	);
});

test("two networks have different keys, and a key tells nothing of its address", () => {
	fc.assert(
		fc.property(address, address, at, (one, other, now) => {
			fc.pre(one !== other);
			const [key] = networkKeys(one, now);
			expect(key).toMatch(/^[0-9a-f]{64}$/);
			expect(key).not.toBe(networkKeys(other, now)[0]);
		}),
	);
});

test("a household's IPv6 addresses are one network", () => {
	const now = new Date("2026-06-08T12:00:00Z");
	const [one] = networkKeys("2001:db8:1:2::1", now);
	expect(networkKeys("2001:db8:1:2:aaaa:bbbb:cccc:dddd", now)[0]).toBe(one);
	expect(networkKeys("2001:db8:1:3::1", now)[0]).not.toBe(one);
});

test.each(["10.1.2.3", "172.31.0.1", "192.168.1.1", "127.0.0.1", "::1", "fd00::1", "fe80::1", "::ffff:10.0.0.1"])(
	"%s is a proxy's or a laboratory's own, and no network",
	(own) => {
		expect(networkKeys(own, new Date())).toEqual([]);
	},
);

test.each(["9.255.255.255", "11.0.0.0", "172.32.0.1", "192.169.0.1", "2001:db8::1", "::ffff:192.0.2.1"])(
	"%s is one of the world's",
	(foreign) => {
		expect(networkKeys(foreign, new Date())).toHaveLength(2);
	},
);
