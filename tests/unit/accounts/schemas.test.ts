import { describe, expect, it } from "vitest";
import { hasHint } from "@/lib/accounts/hint-cookie";
import { signInPath, withIntent } from "@/lib/accounts/intent";
import { emailAddress, signInIntent, signInToken } from "@/lib/accounts/schemas";

describe("emailAddress", () => {
	it("trims and lowers", () => {
		expect(emailAddress.parse("  Ada@Example.ORG ")).toBe("ada@example.org");
	});

	it.each([
		"",
		"ada",
		"ada@",
		"@example.org",
		"a b@example.org",
		"ada@example.org\nbcc: eve@example.org",
		`${"a".repeat(250)}@b.org`,
	])("refuses %j", (text) => {
		expect(emailAddress.safeParse(text).success).toBe(false);
	});
});

describe("signInIntent", () => {
	it("reads a place and a paper", () => {
		const query = { next: "/papers/date/2026-06-08", upvote: "hep-th/9901001", token: "x" };
		expect(signInIntent.parse(query)).toEqual({ next: "/papers/date/2026-06-08", upvote: "hep-th/9901001" });
	});

	it.each([{}, { next: "//evil.com", upvote: "../x" }, { next: ["/a", "/b"], upvote: ["2412.14093"] }])(
		"makes the front page and no paper of %j",
		(query) => {
			expect(signInIntent.parse(query)).toEqual({ next: "/", upvote: undefined });
		},
	);
});

describe("intents in addresses", () => {
	it("come back as they went", () => {
		const intent = { next: "/search?q=a&b=%26#paper-1", upvote: "2412.14093" };
		const query = Object.fromEntries(new URL(signInPath(intent), "https://a.example").searchParams);
		expect(signInIntent.parse(query)).toEqual(intent);
	});

	it("leave out what says nothing", () => {
		expect(withIntent("/sign-in", { next: "/" })).toBe("/sign-in");
	});
});

describe("signInToken", () => {
	it("takes 32 letters and nothing else", () => {
		expect(signInToken.safeParse("a".repeat(32)).success).toBe(true);
		for (const wrong of ["", "a".repeat(31), "a".repeat(33), `${"a".repeat(31)}'`, null]) {
			expect(signInToken.safeParse(wrong).success).toBe(false);
		}
	});
});

describe("hasHint", () => {
	it.each([
		["signed_in=1", true],
		["theme=dark; signed_in=1", true],
		["signed_in=1; theme=dark", true],
		["", false],
		["signed_in=", false],
		["signed_in=10", false],
		["not_signed_in=1", false],
	])("of %j is %s", (cookies, expected) => {
		expect(hasHint(cookies)).toBe(expected);
	});
});
