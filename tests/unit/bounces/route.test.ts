import { beforeAll, describe, expect, test, vi } from "vitest";
import { resendEvent, signedRequest, webhookSecret } from "@/tests/fakes/resend-events";

// No database: whatever gets as far as wanting one is answered with 503.
type Route = typeof import("@/app/api/webhooks/resend/route");
let route: Route;

beforeAll(async () => {
	process.env.RESEND_WEBHOOK_SECRET = webhookSecret;
	route = await import("@/app/api/webhooks/resend/route");
});

const body = JSON.stringify(resendEvent("email.opened"));
const minutes = (count: number) => new Date(Date.now() + count * 60_000);
const without = (request: Request, name: string) => {
	request.headers.delete(name);
	return request;
};

test.each(["svix", "webhook"])("takes what is signed, in headers that are called %s-…", async (prefix) => {
	const response = await route.POST(signedRequest(body, { prefix }));
	expect([response.status, await response.json()]).toEqual([200, { outcome: "ignored" }]);
	expect(response.headers.get("cache-control")).toBe("no-store");
});

const another = `whsec_${Buffer.from("another-fake-webhook-secret-").toString("base64")}`;

test.each([
	["with another secret", () => signedRequest(body, { secret: another })],
	["of another body", () => new Request(signedRequest(`${body} `), { method: "POST", body })],
	["six minutes ago", () => signedRequest(body, { at: minutes(-6) })],
	["for in six minutes", () => signedRequest(body, { at: minutes(6) })],
	["without its id", () => without(signedRequest(body), "svix-id")],
	["without its time", () => without(signedRequest(body), "svix-timestamp")],
	["without its signature", () => without(signedRequest(body), "svix-signature")],
	["by an id that is too long to keep", () => signedRequest(body, { id: "x".repeat(201) })],
	["over no body", () => signedRequest(body.replace(/.*/, ""), { secret: another })],
])("refuses what is signed %s", async (_what, request) => {
	expect((await route.POST(request())).status).toBe(401);
});

test("takes one of several signatures: a secret may just be changed", async () => {
	const request = signedRequest(body);
	request.headers.set("svix-signature", `v1,AAAA v2,x ${request.headers.get("svix-signature")}`);
	expect((await route.POST(request)).status).toBe(200);
});

test.each([
	["no JSON", "<html>"],
	["no event", "[1, 2]"],
	[
		"an event without a mail",
		JSON.stringify({ type: "email.bounced", created_at: new Date().toISOString(), data: {} }),
	],
	["a bounce of no kind", JSON.stringify(resendEvent("email.bounced"))],
	["an event of no time", JSON.stringify({ ...resendEvent("email.delivered"), created_at: "yesterday" })],
	["nothing", ""],
])("says of %s, signed, that it can't be read", async (_what, garbage) => {
	expect((await route.POST(signedRequest(garbage))).status).toBe(400);
});

describe("a body too long to be an event", () => {
	test("is not read where its length is told", async () => {
		const request = signedRequest(body);
		request.headers.set("content-length", String(10 * 1024 * 1024));
		expect((await route.POST(request)).status).toBe(413);
	});

	test("is read no further than what an event may have", async () => {
		let pulled = 0;
		const endless = new ReadableStream({
			pull(controller) {
				pulled += 1;
				controller.enqueue(new Uint8Array(64 * 1024));
				if (pulled === 160) controller.close();
			},
		});
		const init = { method: "POST", headers: signedRequest(body).headers, body: endless, duplex: "half" };
		expect((await route.POST(new Request("http://127.0.0.1:4200/api/webhooks/resend", init))).status).toBe(413);
		expect(pulled).toBeLessThan(10);
	});
});

test("asks to be told again while the database is down", async () => {
	const response = await route.POST(signedRequest(JSON.stringify(resendEvent("email.complained"))));
	expect([response.status, response.headers.get("retry-after")]).toEqual([503, "60"]);
	expect(await response.text()).not.toMatch(/postgres|127\.0\.0\.1|@/i);
});

test.each(["GET", "PUT", "PATCH", "DELETE", "OPTIONS"] as const)("%s is not for it", async (method) => {
	const response = route[method]();
	expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
});

test("is not there without a secret", async () => {
	vi.stubEnv("RESEND_WEBHOOK_SECRET", "");
	vi.resetModules();
	const closed: Route = await import("@/app/api/webhooks/resend/route");
	expect((await closed.POST(signedRequest(body))).status).toBe(404);
});
