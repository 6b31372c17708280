import fc from "fast-check";
import { expect, test } from "vitest";
import { findFault, toSubject } from "@/lib/mail/headers";
import { isSender } from "@/lib/mail-address";

const message = { to: "reader@example.org", subject: "A subject", html: "<p>x</p>", text: "x" };

test("any text becomes one clean line of at most 200 characters", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary", maxLength: 600 }), (text) => {
			const subject = toSubject(text);
			expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
			expect(subject).toBe(subject.trim());
			expect([...subject].length).toBeLessThanOrEqual(200);
			expect(subject.isWellFormed()).toBe(true);
			expect(toSubject(subject)).toBe(subject);
			if (subject !== "") expect(findFault({ ...message, subject })).toBeUndefined();
		}),
	);
});

test("a subject keeps its words", () => {
	expect(toSubject("Is  Chain-of-Thought\r\nBcc: x@example.org a Mirage?")).toBe(
		"Is Chain-of-Thought Bcc: x@example.org a Mirage?",
	);
	expect(toSubject("x".repeat(300), 10)).toBe("xxxxxxxxx…");
});

test.each([
	["a recipient with a second line", { to: "a@example.org\r\nBcc: b@example.org" }],
	["two recipients", { to: "a@example.org, b@example.org" }],
	["a recipient with a name", { to: "A <a@example.org>" }],
	["no recipient", { to: "" }],
	["a subject with a line break", { subject: "a\nb" }],
	["no subject", { subject: "" }],
	["a header value with a line break", { headers: { "List-Unsubscribe": "<https://x>\r\nBcc: b@example.org" } }],
	["a header name with a colon", { headers: { "Bcc: b@example.org\r\nX": "y" } }],
])("%s is a fault", (_what, change) => {
	expect(findFault({ ...message, ...change })).toBeTypeOf("string");
});

test("an ordinary mail has none", () => {
	expect(findFault({ ...message, headers: { "X-One": "1" } })).toBeUndefined();
});

test.each([
	["digest@example.org", true],
	["Broadsheet <digest@example.org>", true],
	["Tägliche Papiere <digest@example.org>", true],
	["Broadsheet", false],
	["Broadsheet <digest>", false],
	["A\r\nBcc: b@example.org <a@example.org>", false],
	["A <a@example.org> <b@example.org>", false],
])("%j is a sender: %s", (from, expected) => {
	expect(isSender(from)).toBe(expected);
});
