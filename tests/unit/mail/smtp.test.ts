import tls from "node:tls";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Message } from "@/lib/mail/types";
import { FakeSmtp } from "@/tests/fakes/smtp";
import { testCertificate, testKey } from "@/tests/fakes/smtp-certificate";

const smtp = new FakeSmtp();
let port: number;
let mailer: typeof import("@/lib/mail/mailer");

/** The mailer of a host with another address of the server. */
async function mailerWith(url: string) {
	vi.resetModules();
	process.env.SMTP_URL = url;
	process.env.MAIL_FROM = "Broadsheet <digest@papers.example.org>";
	return import("@/lib/mail/mailer");
}

beforeAll(async () => {
	port = await smtp.start();
	mailer = await mailerWith(`smtp://127.0.0.1:${port}`);
});

beforeEach(() => smtp.reset());
afterEach(() => vi.useRealTimers());
afterAll(() => smtp.stop());

const mail: Message = { to: "ada@example.org", subject: "A subject", html: "<p>Hello</p>", text: "Hello\n" };
const send = (message: Partial<Message> = {}, key = "key") => mailer.sendBatch([{ ...mail, ...message }], key);

describe("a mail", () => {
	test("goes out to its one recipient, with both parts and all headers", async () => {
		const leave = `<https://papers.example.org/api/unsubscribe?token=${"x".repeat(300)}>`;
		const headers = { "List-Unsubscribe": leave, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
		const outcome = await send({ headers });
		const [got] = smtp.got;
		expect(outcome).toEqual({ kind: "submitted", ids: [got?.headers.get("message-id")] });
		expect(got).toMatchObject({ from: "digest@papers.example.org", to: ["ada@example.org"] });
		expect(got?.headers.get("from")).toBe("Broadsheet <digest@papers.example.org>");
		expect(got?.headers.get("to")).toBe("ada@example.org");
		expect(got?.headers.get("list-unsubscribe")).toBe(leave);
		expect(got?.headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
		expect(got?.raw).toContain("<p>Hello</p>");
	});

	test("has the same Message-ID when it is tried again, and another has another", async () => {
		const [first, again, other] = [await send({}, "a"), await send({}, "a"), await send({}, "b")];
		expect(again).toEqual(first);
		expect(other).not.toEqual(first);
		expect(smtp.got[0]?.headers.get("message-id")).toMatch(/^<[0-9a-f]{32}@papers\.example\.org>$/);
	});

	test("keeps what is not ASCII, and no line of it is too long", async () => {
		const subject = "Größe λ → ∞ und Müller-Łukasiewicz: 論文 ".repeat(4).trim();
		await send({ from: "Zeitung für Müßige <digest@example.org>", subject, text: `${"ß".repeat(3000)}\n` });
		const [got] = smtp.got;
		expect(got?.headers.get("subject")).toBe(subject);
		expect(got?.headers.get("from")).toBe("Zeitung für Müßige <digest@example.org>");
		expect(got?.from).toBe("digest@example.org");
		expect(got?.raw).toMatch(/^[ -~\t\r\n]*$/);
		expect(Math.max(...(got?.raw ?? "").split("\r\n").map((line) => line.length))).toBeLessThan(998);
	});

	test("can't smuggle in a header, a recipient or a second mail, whatever is in it", async () => {
		const piece = fc.constantFrom(
			"\r\n",
			"\n",
			"\r",
			"\r\n.\r\n",
			"Bcc: eve@example.org",
			"<",
			">",
			",",
			";",
			"é",
			"a",
			"@",
			"\0",
			'"',
		);
		const hostile = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
		const either = (safe: string) => fc.oneof(fc.constant(safe), hostile);
		const parts = fc.tuple(either(""), either("A subject"), either("value"), hostile);
		await fc.assert(
			fc.asyncProperty(parts, async ([to, subject, value, text]) => {
				smtp.reset();
				const outcome = await send({ to: `ada@example.org${to}`, subject, headers: { "X-Value": value }, text });
				expect(["submitted", "rejected"]).toContain(outcome.kind);
				expect(smtp.got.length).toBe(outcome.kind === "submitted" ? 1 : 0);
				for (const got of smtp.got) {
					// One address still, though letters after it make it another one.
					expect(got.to).toEqual([expect.stringMatching(/^ada@example\.org[^\s@<>,;"]*$/)]);
					expect(got.headers.has("bcc")).toBe(false);
				}
			}),
			{ numRuns: 50, examples: [[["a", "A subject", "value", ""]]] },
		);
		const subject = "a\r\nBcc: eve@example.org";
		expect(await send({ subject })).toMatchObject({ kind: "rejected", reason: "the subject is not a clean line" });
	});

	test("ends only with the server's word, also where it holds the line that ends a mail", async () => {
		await send({ text: "one\r\n.\r\nMAIL FROM:<eve@example.org>\r\n" });
		expect(smtp.got).toHaveLength(1);
		expect(smtp.got[0]?.raw).toContain("MAIL FROM");
	});
});

describe("a server that", () => {
	test.each([
		["knows no such recipient", "to", 550, "5.1.1 no such user here", "rejected"],
		["wants no such mail", "end", 554, "5.7.1 message refused", "rejected"],
		["has the recipient wait", "to", 451, "4.7.1 greylisted, try again later", "alone"],
		["has no room for the mail", "end", 452, "4.3.1 out of space", "alone"],
		["sends for others only", "to", 554, "5.7.1 Relay access denied", "retry"],
		["sends no more today", "to", 550, "5.4.5 Daily user sending limit exceeded", "retry"],
		["refuses the sender", "from", 550, "5.7.1 sender not allowed", "retry"],
		["has too many at once", "from", 451, "4.3.2 try again later", "retry"],
		["closes instead of taking the recipient", "to", 421, "4.3.2 shutting down", "retry"],
		["closes instead of taking the mail", "end", 421, "4.3.2 shutting down", "retry"],
		["is not ready", "connect", 554, "5.3.2 no service", "retry"],
	] as const)("%s", async (_what, at, code, text, meaning) => {
		smtp.faults = [{ at, answer: { code, text } }];
		const outcome = await send();
		const kinds = { alone: { kind: "retry", alone: true }, rejected: { kind: "rejected" }, retry: { kind: "retry" } };
		expect(outcome).toMatchObject(kinds[meaning]);
		expect("alone" in outcome).toBe(meaning === "alone");
		expect("reason" in outcome && outcome.reason).toContain(text.slice(0, 5));
	});

	test("says the recipient's address has it kept from the log", async () => {
		smtp.faults = [{ at: "to", answer: { code: 550, text: "5.1.1 <ada@example.org>: unknown" } }];
		expect(JSON.stringify(await send())).not.toContain("ada");
	});

	test("hangs up once it has the mail may have taken it", async () => {
		smtp.faults = [{ at: "end", answer: "close" }];
		expect(await send()).toMatchObject({ kind: "unknown", afterSeconds: Number.POSITIVE_INFINITY });
		expect(await mailer.sendMail(mail, "key")).toMatchObject({ kind: "unknown" });
		expect(smtp.got).toHaveLength(2);
	});

	test.each(["connect", "from", "to"] as const)("hangs up at %s has taken nothing", async (at) => {
		smtp.faults = [{ at, answer: "close" }];
		expect((await send()).kind).toBe("retry");
		expect(smtp.got).toEqual([]);
	});

	test.each([
		["connect", "retry"],
		["to", "retry"],
		["end", "unknown"],
	] as const)("falls silent at %s is not waited for: %s", async (at, kind) => {
		vi.useFakeTimers({ toFake: ["setTimeout"] });
		smtp.faults = [{ at, answer: "silence" }];
		const sending = send();
		await vi.waitUntil(() => (at === "end" ? smtp.got.length === 1 : smtp.connections === 1));
		await vi.advanceTimersByTimeAsync(30_000);
		expect((await sending).kind).toBe(kind);
	});

	test("is not there is asked again later", async () => {
		const gone = new FakeSmtp();
		const nobody = await gone.start();
		await gone.stop();
		const { sendBatch } = await mailerWith(`smtp://127.0.0.1:${nobody}`);
		expect(await sendBatch([mail], "key")).toMatchObject({
			kind: "retry",
			reason: expect.stringContaining("ECONNREFUSED"),
		});
	});
});

test("a mail that somebody waits for is tried again where that may help at once", async () => {
	smtp.faults = [{ at: "to", answer: "close", times: 1 }];
	expect((await mailer.sendMail(mail, "sign-in/1")).kind).toBe("submitted");
	expect(smtp.got).toHaveLength(1);
});

test("one mail is a batch: whatever dies leaves one in doubt", async () => {
	expect([mailer.batchMax(), mailer.keyHours()]).toEqual([1, 0]);
	await expect(mailer.sendBatch([mail, mail], "key")).rejects.toThrow(RangeError);
});

describe("signing in", () => {
	const credentials = "us%40er:p%3Ass%20word%25";

	test("is by what SMTP_URL says", async () => {
		const { sendBatch } = await mailerWith(`smtp://${credentials}@127.0.0.1:${port}`);
		expect((await sendBatch([mail], "key")).kind).toBe("submitted");
		expect(smtp.logins).toEqual([["us@er", "p:ss word%"]]);
	});

	test("by a wrong password gives up no mail, and no reason tells the password", async () => {
		smtp.faults = [{ at: "login", answer: { code: 535, text: "5.7.8 wrong" } }];
		const { sendBatch } = await mailerWith(`smtp://${credentials}@127.0.0.1:${port}`);
		const outcome = await sendBatch([mail], "key");
		expect(outcome).toMatchObject({ kind: "retry", afterSeconds: 300 });
		expect(JSON.stringify(outcome)).not.toMatch(/word|us@er/);
	});
});

describe("a safe connection", () => {
	const secure = new FakeSmtp({ secure: true, key: testKey, cert: testCertificate });
	const upgrading = new FakeSmtp({ key: testKey, cert: testCertificate });
	const trusted = tls.getCACertificates();
	let ports: { secure: number; upgrading: number };

	beforeAll(async () => {
		ports = { secure: await secure.start(), upgrading: await upgrading.start() };
	});
	beforeEach(() => {
		for (const server of [secure, upgrading]) server.reset();
	});
	afterEach(() => tls.setDefaultCACertificates(trusted));
	afterAll(() => Promise.all([secure.stop(), upgrading.stop()]));

	const trustTestServer = () => tls.setDefaultCACertificates([...trusted, testCertificate]);

	test("is there from the start with smtps:", async () => {
		trustTestServer();
		const { sendBatch } = await mailerWith(`smtps://user:secret@localhost:${ports.secure}`);
		expect((await sendBatch([mail], "key")).kind).toBe("submitted");
		expect(secure.logins).toEqual([["user", "secret"]]);
	});

	// 0.0.0.0 is this machine, but not known as such.
	test("is made by STARTTLS with smtp:", async () => {
		trustTestServer();
		const { sendBatch } = await mailerWith(`smtp://user:secret@0.0.0.0:${ports.upgrading}`);
		expect((await sendBatch([mail], "key")).kind).toBe("submitted");
		expect(upgrading.logins).toEqual([["user", "secret"]]);
	});

	test.each([
		["whose certificate nobody vouches for", () => `smtps://user:secret@localhost:${ports.secure}`],
		["that can't be upgraded", () => `smtp://user:secret@0.0.0.0:${port}`],
		["whose upgrade nobody vouches for", () => `smtp://user:secret@0.0.0.0:${ports.upgrading}`],
	])("is insisted on: to a server %s nothing is said", async (_what, url) => {
		const { sendBatch } = await mailerWith(url());
		const outcome = await sendBatch([mail], "key");
		expect(outcome).toMatchObject({ kind: "retry", reason: expect.stringMatching(/certificate|STARTTLS/) });
		expect([...secure.logins, ...upgrading.logins, ...smtp.logins]).toEqual([]);
	});
});
