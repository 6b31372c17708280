import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createFinishedPages } from "../../../scripts/site/finished-pages.mjs";
import { holdScripts, sendScriptsLate } from "../../../scripts/site/late-scripts.mjs";

const BUNDLE = '<script src="/_next/static/chunks/a.js" async=""></script>';
const PRELOAD = '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/>';
const PAGE = `<!DOCTYPE html><html><head>${PRELOAD}${BUNDLE}</head><body><p>¿Qué hay?</p></body></html>`;

let server: Server;
let origin: string;

beforeAll(async () => {
	const sendFinished = createFinishedPages();
	server = createServer((request, response) => {
		sendFinished(request, response);
		sendScriptsLate(response);
		response.statusCode = request.url === "/missing" ? 404 : 200;
		response.setHeader("Content-Type", request.url === "/data" ? "text/x-component" : "text/html; charset=utf-8");
		if (request.url === "/made") {
			// As Next does: the headers first, and bytes cut wherever they are, within a character too.
			response.flushHeaders();
			for (const byte of Buffer.from(PAGE)) response.write(Uint8Array.of(byte));
			response.end();
			return;
		}
		response.setHeader("ETag", '"1"');
		response.setHeader("Content-Length", Buffer.byteLength(PAGE));
		response.end(request.method === "HEAD" ? null : PAGE);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

it("names no script that a browser would fetch before the first paint", () => {
	const held = holdScripts(PAGE);
	expect(held).not.toContain('rel="preload"');
	expect(held).toContain('<script type="late" src="/_next/static/chunks/a.js" async=""></script>');
	expect(held).toContain("<p>¿Qué hay?</p>");
	expect(held).toMatch(/<\/script><\/body><\/html>$/);
});

it("leaves alone scripts that are no part of the build, and text that looks like them", () => {
	for (const page of [
		'<script>self.__next_f.push([1,"x"])</script>',
		'<script type="speculationrules">{}</script>',
		'<script src="/_next/static/chunks/old.js" noModule=""></script>',
		'<p>&lt;script src="/_next/static/chunks/a.js" async=""&gt;</p>',
	])
		expect(holdScripts(page)).toBe(page);
});

it("sends a page as long as it says, whether Next had it whole or made it just now", async () => {
	for (const path of ["/", "/made"])
		for (const encoding of ["br", "gzip", "identity"]) {
			const answer = await fetch(origin + path, { headers: { "Accept-Encoding": encoding } });
			expect(await answer.text()).toBe(holdScripts(PAGE));
		}
});

it("touches neither component data nor pages of what went wrong", async () => {
	for (const path of ["/data", "/missing"]) expect(await (await fetch(origin + path)).text()).toBe(PAGE);
});

it("does not tell the length of a page that it does not see", async () => {
	const answer = await fetch(origin, { method: "HEAD" });
	expect(answer.status).toBe(200);
	expect(answer.headers.get("content-length")).not.toBe(String(Buffer.byteLength(PAGE)));
});
