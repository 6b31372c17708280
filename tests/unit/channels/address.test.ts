import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAddress, showAddress } from "@/lib/channels/address";
import { isPrivateAddress } from "@/lib/channels/private-addresses";
import type { ChannelKind } from "@/lib/channels/types";

const rules = { slackBase: "https://hooks.slack.com", discordBase: "https://discord.com", allowsPrivate: false };

describe("an address", () => {
	test.each<[ChannelKind, string]>([
		["slack", "https://hooks.slack.com/services/T1/B2/abc"],
		["discord", "https://discord.com/api/webhooks/123/abc-DEF_1"],
		["discord", "https://discord.com/api/v10/webhooks/123/abc"],
		["webhook", "https://example.org/hooks?key=1"],
		["webhook", "https://93.184.216.34:8443/"],
	])("of %s may be %s", (kind, text) => {
		expect(readAddress(kind, text, rules)).toEqual({ ok: true, value: text });
	});

	test.each<[ChannelKind, string, string]>([
		["slack", "https://hooks.slack.com/workflows/T1/A2/1/x", "not-slack"],
		["slack", "https://hooks.slack.com.evil.example/services/T1/B2/abc", "not-slack"],
		["slack", "http://hooks.slack.com/services/T1/B2/abc", "not-slack"],
		["discord", "https://discord.com/channels/1/2", "not-discord"],
		["discord", "https://evil.example/api/webhooks/123/abc", "not-discord"],
		["webhook", "hooks", "no-address"],
		["webhook", "https://user:secret@example.org/", "no-address"],
		["webhook", "http://example.org/", "not-https"],
		["webhook", "ftp://example.org/", "not-https"],
		["webhook", "https://localhost/", "private-address"],
		["webhook", "https://127.0.0.1/", "private-address"],
		["webhook", "https://0x7f.1/", "private-address"],
		["webhook", "https://2130706433/", "private-address"],
		["webhook", "https://169.254.169.254/latest/meta-data", "private-address"],
		["webhook", "https://[::1]/", "private-address"],
		["webhook", "https://[::ffff:10.0.0.1]/", "private-address"],
		["webhook", "https://[fd00::1]/", "private-address"],
	])("of %s is not %s: %s", (kind, text, reason) => {
		expect(readAddress(kind, text, rules)).toEqual({ ok: false, reason });
	});

	test("of a site that is tried out on one's own machine may be on that machine", () => {
		expect(readAddress("webhook", "http://127.0.0.1:3001/hook", { ...rules, allowsPrivate: true }).ok).toBe(true);
	});

	test("is shown without what makes it secret", () => {
		expect(showAddress("https://hooks.slack.com/services/T1/B2/abcdefgh")).toBe("hooks.slack.com/…efgh");
		expect(showAddress("https://example.org/short")).toBe("example.org/…");
	});
});

test("private networks are private, whoever writes them how", () => {
	const byte = fc.integer({ min: 0, max: 255 });
	const inside = fc.oneof(
		fc.tuple(fc.constant(10), byte, byte, byte),
		fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
		fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
		fc.tuple(fc.constant(127), byte, byte, byte),
		fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
	);
	fc.assert(
		fc.property(inside, (parts) => {
			const address = parts.join(".");
			expect([isPrivateAddress(address), isPrivateAddress(`::ffff:${address}`)]).toEqual([true, true]);
		}),
	);
	for (const address of ["8.8.8.8", "172.32.0.1", "193.168.0.1", "2606:4700::1111"])
		expect(isPrivateAddress(address), address).toBe(false);
});
