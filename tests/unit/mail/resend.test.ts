import { Resend } from "resend";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { sendBatch, sendMail } from "@/lib/mail/mailer";
import { FakeResend } from "@/tests/fakes/resend";
import { resendErrors } from "@/tests/fakes/resend-documented";

const resend = new FakeResend();
const mailTo = (to: string) => ({ to, subject: "A subject", html: "<p>x</p>", text: "x" });
const one = [mailTo("a@example.org")];

beforeAll(async () => {
	process.env.RESEND_BASE_URL = await resend.start();
	process.env.RESEND_API_KEY = FakeResend.apiKey;
	process.env.MAIL_FROM = "Broadsheet <digest@example.org>";
});

beforeEach(() => resend.reset());
afterAll(() => resend.stop());

describe("a batch", () => {
	test("is submitted with one id a mail, in order", async () => {
		const outcome = await sendBatch([mailTo("a@example.org"), mailTo("b@example.org")], "key");
		expect(outcome).toEqual({ kind: "submitted", ids: resend.accepted.map(({ id }) => id) });
		expect(resend.accepted.map(({ to, from }) => [to, from])).toEqual([
			["a@example.org", "Broadsheet <digest@example.org>"],
			["b@example.org", "Broadsheet <digest@example.org>"],
		]);
	});

	test("sent again under its key gives the same ids and no second mail", async () => {
		const outcome = await sendBatch(one, "key");
		expect(await sendBatch(one, "key")).toEqual(outcome);
		expect(resend.accepted).toHaveLength(1);
	});

	test("is byte for byte the request that Resend's own client makes of it", async () => {
		const headers = { "List-Unsubscribe": "<https://papers.example.org/x>" };
		const mails = [mailTo("a@example.org"), { ...mailTo("b@example.org"), text: "“Über” 論文 …", headers }];
		const from = process.env.MAIL_FROM ?? "";
		await sendBatch(mails, "key");
		const client = new Resend(FakeResend.apiKey, { baseUrl: process.env.RESEND_BASE_URL ?? "" });
		await client.batch.send(
			mails.map((mail) => ({ from, ...mail })),
			{ idempotencyKey: "other" },
		);
		expect(resend.requests[0]).toEqual({ ...resend.requests[1], key: "key" });
		expect(resend.accepted).toHaveLength(4);
	});

	test("of more than 100 mails is a mistake of the caller", async () => {
		await expect(sendBatch(Array(101).fill(one[0]), "key")).rejects.toThrow(RangeError);
	});
});

test.each([
	["validation", "rejected"],
	["missingField", "rejected"],
	["invalidTo", "rejected"],
	["tooMany", "rejected"],
	["invalidIdempotencyKey", "rejected"],
	["missingApiKey", "retry"],
	["restrictedApiKey", "retry"],
	["invalidApiKey", "retry"],
	["unverifiedDomain", "retry"],
	["notFound", "retry"],
	["invalidFrom", "retry"],
	["rateLimit", "retry"],
	["dailyQuota", "retry"],
	["monthlyQuota", "retry"],
	["security", "retry"],
	["changedBody", "unknown"],
	["concurrent", "unknown"],
	["application", "unknown"],
	["internal", "unknown"],
] as const)("%s means %s", async (name, kind) => {
	resend.faults.push({ kind: "answer", error: resendErrors[name] });
	const outcome = await sendBatch(one, "key");
	expect(outcome.kind).toBe(kind);
	if (outcome.kind !== "submitted") expect(outcome.reason).toContain(resendErrors[name].name);
	expect(resend.accepted).toEqual([]);
});

test("waits as long as the answer says", async () => {
	resend.faults.push({ kind: "answer", error: resendErrors.dailyQuota, headers: { "retry-after": "7200" } });
	expect(await sendBatch(one, "key")).toMatchObject({ kind: "retry", afterSeconds: 7200 });
	resend.faults.push({ kind: "answer", error: resendErrors.rateLimit, headers: { "ratelimit-reset": "2" } });
	expect(await sendBatch(one, "key")).toMatchObject({ kind: "retry", afterSeconds: 2 });
});

test("a reason holds no address", async () => {
	const error = { ...resendErrors.invalidTo, message: "Invalid `to` field: a@example.org" };
	resend.faults.push({ kind: "answer", error });
	expect(JSON.stringify(await sendBatch(one, "key"))).not.toContain("a@example.org");
});

test("a failing gateway may stand before an accepted mail", async () => {
	const error = { statusCode: 502, name: "", message: "" };
	resend.faults.push({ kind: "answer", error });
	expect(await sendBatch(one, "key")).toMatchObject({ kind: "unknown" });
});

test.each(["accept-and-drop", "accept-and-cut"] as const)("%s is unknown, and the same again tells", async (kind) => {
	resend.faults.push({ kind });
	expect(await sendBatch(one, "key")).toMatchObject({ kind: "unknown" });
	expect(await sendBatch(one, "key")).toEqual({ kind: "submitted", ids: resend.accepted.map(({ id }) => id) });
	expect(resend.accepted).toHaveLength(1);
});

test("a server that does not answer is given up", async () => {
	const timeout = AbortSignal.timeout.bind(AbortSignal);
	const asked = vi.spyOn(AbortSignal, "timeout").mockImplementation(() => timeout(50));
	resend.faults.push({ kind: "hang" });
	expect(await sendBatch(one, "key")).toMatchObject({ kind: "unknown" });
	expect(asked.mock.calls[0]?.[0]).toBeLessThanOrEqual(30_000);
});

test("two at once under one key send once", async () => {
	resend.reset({ delayMs: 100 });
	const outcomes = await Promise.all([sendBatch(one, "key"), sendBatch(one, "key")]);
	expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["submitted", "unknown"]);
	expect(resend.accepted).toHaveLength(1);
});

test("a single mail is tried again for a while, and sent once", async () => {
	resend.faults.push({ kind: "answer", error: resendErrors.rateLimit, headers: { "retry-after": "0.01" } });
	resend.faults.push({ kind: "accept-and-drop" });
	expect(await sendMail(mailTo("a@example.org"), "key")).toMatchObject({ kind: "submitted" });
	expect(resend.accepted).toHaveLength(1);
	expect(new Set(resend.requests.map(({ body, key }) => `${key} ${body}`)).size).toBe(1);
});

test("a single mail does not wait for a quota", async () => {
	resend.faults.push({ kind: "answer", error: resendErrors.monthlyQuota });
	expect(await sendMail(mailTo("a@example.org"), "key")).toMatchObject({ kind: "retry" });
	expect(resend.requests).toHaveLength(1);
});
