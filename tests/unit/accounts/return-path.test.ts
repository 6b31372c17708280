import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { parseReturnPath } from "@/lib/http/return-path";

const SITE = "https://papers.example";

/** Where a browser that is told `Location: text` on our site ends up. */
const destination = (text: string) => new URL(text, `${SITE}/sign-in/confirm`);

describe("parseReturnPath", () => {
	it.each([
		"/",
		"/papers",
		"/papers/date/2026-06-08",
		"/papers/hep-th/9901001",
		"/search?q=a%2Fb&page=2",
		"/papers/date/2026-06-08#paper-2412.14093",
		"/settings?next=//evil.com",
	])("keeps %s", (path) => {
		expect(parseReturnPath(path)).toBe(path);
	});

	it.each([
		"",
		"papers",
		"https://evil.com/",
		"//evil.com",
		"///evil.com",
		"/\\evil.com",
		"\\\\evil.com",
		"/\t/evil.com",
		"/\n/evil.com",
		" //evil.com",
		"/.//evil.com",
		"/..//evil.com",
		"/papers/..//evil.com",
		"/%2e//evil.com",
		"/%2F/evil.com",
		"/%2fevil.com",
		"/%5Cevil.com",
		"/%5c%5cevil.com",
		"javascript:alert(1)",
		`/${"a".repeat(500)}`,
	])("refuses %j", (path) => {
		expect(parseReturnPath(path)).toBeUndefined();
	});

	it.each([undefined, null, 7, ["/papers"], { next: "/papers" }])("refuses %j, which is no text", (value) => {
		expect(parseReturnPath(value)).toBeUndefined();
	});
});

/** Text made of the pieces that such attacks are made of. */
const hostile = fc
	.array(
		fc.constantFrom(
			..."/ // \\ . .. %2f %2F %5c %5C %2e %09 @ : ? # & = evil.com javascript: https: http:// papers \t \n \r \0 a".split(
				" ",
			),
			" ",
			"\u2028",
			"\u00a0",
			"／",
			"。",
		),
		{ maxLength: 8 },
	)
	.map((pieces) => pieces.join(""));

test("what comes out leads to this site, once decoded too, and reading it again changes nothing", () => {
	fc.assert(
		fc.property(
			fc.oneof(
				hostile,
				hostile.map((text) => `/${text}`),
				fc.webUrl(),
				fc.string(),
			),
			(text) => {
				const path = parseReturnPath(text);
				if (path === undefined) return;
				expect(destination(path).origin).toBe(SITE);
				const decoded = decodeLeniently(new URL(path, SITE).pathname);
				expect(decoded.startsWith("/")).toBe(true);
				expect(destination(decoded).origin).toBe(SITE);
				expect(parseReturnPath(path)).toBe(path);
			},
		),
		{ numRuns: 20_000 },
	);
});

function decodeLeniently(text: string): string {
	return text.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}
