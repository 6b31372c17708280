import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { fetchText } from "@/lib/ingest/http/fetch-text";
import { createFakeClock } from "../../../fakes/clock";
import type { Fault } from "../../../fakes/faults";
import { startUpstream } from "../../../fakes/upstream";

const MAX_BYTES = 1024 * 1024;
const upstream = await startUpstream(() => ({ status: 200, type: "text/plain", body: "é".repeat(1_000) }));
process.env.HUGGINGFACE_URL = upstream.url;
const url = new URL("/list?token=secret", upstream.url);

beforeEach(() => {
	upstream.faults.length = 0;
	upstream.requests.length = 0;
});
afterAll(() => upstream.close());

const ask = (options: { signal?: AbortSignal; alsoRead?: number[]; clock?: ReturnType<typeof createFakeClock> } = {}) =>
	fetchText(url, { accept: "text/plain", maxBytes: MAX_BYTES, ...options });

describe("fetchText", () => {
	it("gives the body and says who asks", async () => {
		expect(await ask()).toEqual({ status: 200, text: "é".repeat(1_000) });
		expect(upstream.requests[0]?.headers).toMatchObject({
			accept: "text/plain",
			"user-agent": "Broadsheet/0.1 (+http://127.0.0.1:4200)",
		});
	});

	it.each<[string, Fault, object]>([
		["429 with seconds", status(429, { "Retry-After": "30" }), { kind: "rate-limited", retryAfterMs: 30_000 }],
		["429 without", status(429), { kind: "rate-limited", retryAfterMs: undefined }],
		["500", status(500), { kind: "unavailable" }],
		[
			"503 with a date",
			status(503, { "Retry-After": "Mon, 23 Nov 2026 12:00:10 GMT" }),
			{ kind: "unavailable", retryAfterMs: 10_000 },
		],
		["404", status(404), { kind: "not-found" }],
		["403", status(403), { kind: "refused" }],
		["204", status(204), { kind: "malformed" }],
		["a body of 2 GB that says so", { kind: "endless", as: "announced" }, { kind: "too-large" }],
		["a body of 2 GB that does not", { kind: "endless", as: "unannounced" }, { kind: "too-large" }],
		["a body of 2 GB, packed", { kind: "endless", as: "packed" }, { kind: "too-large" }],
		["a connection cut amid the body", { kind: "cut" }, { kind: "unavailable" }],
	])("tells what is wrong: %s", async (_, fault, error) => {
		upstream.faults.push(fault);
		await expect(ask({ clock: createFakeClock() })).rejects.toMatchObject({
			name: "SourceError",
			message: expect.not.stringContaining("secret"),
			...error,
		});
	});

	it("reads other statuses where asked to", async () => {
		upstream.faults.push({ kind: "status", status: 400, body: "wrong id" });
		expect(await ask({ alsoRead: [400] })).toEqual({ status: 400, text: "wrong id" });
	});

	it.each([
		"http://169.254.169.254/latest/meta-data/",
		"https://huggingface.co/",
		"//evil.example/",
		"file:///etc/passwd",
	])("does not follow a redirect to %s", async (to) => {
		const spy = vi.spyOn(globalThis, "fetch");
		upstream.faults.push({ kind: "redirect", to });
		await expect(ask()).rejects.toMatchObject({ kind: "not-allowed" });
		expect(spy.mock.calls.map(([asked]) => String(asked))).toEqual([url.href]);
	});

	it("follows redirects at the source itself, but not for ever", async () => {
		upstream.faults.push({ kind: "redirect", to: "/moved" });
		expect((await ask()).status).toBe(200);
		expect(upstream.requests.at(-1)?.url.pathname).toBe("/moved");
		upstream.faults.push(...Array.from({ length: 4 }, (): Fault => ({ kind: "redirect", to: "/round" })));
		await expect(ask()).rejects.toMatchObject({ kind: "malformed" });
	});

	it("asks no host that the settings do not name", async () => {
		const request = fetchText(new URL("http://169.254.169.254/"), { accept: "*/*", maxBytes: MAX_BYTES });
		await expect(request).rejects.toMatchObject({ kind: "not-allowed" });
	});

	it.each<Fault>([{ kind: "hang" }, { kind: "stall" }])(
		"gives up on an answer that does not come: $kind",
		async (fault) => {
			const clock = createFakeClock();
			upstream.faults.push(fault);
			const arrived = upstream.nextRequest();
			const answer = ask({ clock });
			await arrived;
			clock.pass(30_000);
			await expect(answer).rejects.toMatchObject({ kind: "timed-out", message: expect.stringContaining("30 s") });
		},
	);

	it("stops when the caller gives up", async () => {
		const controller = new AbortController();
		upstream.faults.push({ kind: "hang" });
		const arrived = upstream.nextRequest();
		const answer = ask({ signal: controller.signal });
		await arrived;
		controller.abort(new Error("enough"));
		await expect(answer).rejects.toThrow("enough");
	});

	it("tells that nobody is there", async () => {
		const refused = Object.assign(new TypeError("fetch failed"), {
			cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
		});
		vi.spyOn(globalThis, "fetch").mockRejectedValueOnce(refused);
		await expect(ask()).rejects.toMatchObject({
			kind: "unavailable",
			message: expect.stringContaining("ECONNREFUSED"),
		});
	});
});

function status(code: number, headers?: Record<string, string>): Fault {
	return { kind: "status", status: code, ...(headers && { headers }) };
}
