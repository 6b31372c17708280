import { expect, test } from "vitest";
import { readSmtpUrl } from "@/lib/smtp-url";

const startTls = { secure: false, requireTLS: true, ignoreTLS: false };

test.each([
	["smtps://mail.example.org", { host: "mail.example.org", port: 465, secure: true, requireTLS: false }],
	["smtp://mail.example.org", { host: "mail.example.org", port: 587, ...startTls }],
	["smtp://mail.example.org:2525/", { port: 2525, ...startTls }],
	["smtp://[2001:db8::1]:25", { host: "2001:db8::1", port: 25, ...startTls }],
	["smtp://localhost.example.org", startTls],
	["smtp://0.0.0.0:25", startTls],
	["smtp://localhost:1025", { secure: false, requireTLS: false, ignoreTLS: true }],
	["smtp://127.0.0.1:1025", { requireTLS: false, ignoreTLS: true }],
	["smtp://[::1]:1025", { host: "::1", requireTLS: false, ignoreTLS: true }],
])("%s is read, and says nothing unsafely to another machine", (url, settings) => {
	expect(readSmtpUrl(url)).toMatchObject(settings);
});

test("a name and a password may hold what an address can't", () => {
	const settings = readSmtpUrl("smtp://us%40er:p%3Aa%2Fss%25@mail.example.org");
	expect(settings?.credentials).toEqual({ user: "us@er", pass: "p:a/ss%" });
	expect(readSmtpUrl("smtp://mail.example.org")?.credentials).toBeUndefined();
});

test.each([
	"",
	"mail.example.org",
	"http://mail.example.org",
	"smtp://",
	"smtp://mail.example.org/path",
	"smtp://mail.example.org?tls=no",
	"smtp://mail.example.org#x",
	"smtp://user@mail.example.org",
	"smtp://:password@mail.example.org",
	"smtp://user:100%@mail.example.org",
	"smtp://mail.example.org:99999",
])("%j is no mail server", (url) => {
	expect(readSmtpUrl(url)).toBeUndefined();
});
