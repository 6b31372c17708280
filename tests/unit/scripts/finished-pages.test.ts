import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { brotliDecompress, gunzip } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createFinishedPages } from "../../../scripts/site/finished-pages.mjs";

const PAGE = `<!doctype html><p>${"A page that is the same for everybody. ".repeat(400)}</p>`;

let server: Server;
let origin: string;
let page = PAGE;

beforeAll(async () => {
	const sendFinished = createFinishedPages();
	server = createServer((request, response) => {
		sendFinished(request, response);
		response.setHeader("Content-Type", request.url === "/feed" ? "application/xml" : "text/html; charset=utf-8");
		if (request.url !== "/own") response.setHeader("ETag", `"${page.length}"`);
		response.setHeader("Content-Length", Buffer.byteLength(page));
		response.end(page);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

/** As it comes over the wire: `fetch` would unpack it. */
async function ask(path: string, encodings: string): Promise<{ encoding: string | undefined; bytes: Buffer }> {
	const { get } = await import("node:http");
	return new Promise((resolve, reject) => {
		get(origin + path, { headers: { "Accept-Encoding": encodings } }, async (answer) => {
			const bytes = await buffer(answer);
			resolve({ encoding: answer.headers["content-encoding"], bytes });
		}).on("error", reject);
	});
}

it("sends a page in the best way that its reader takes, and the same to all of them", async () => {
	const asked = await Promise.all(
		["br, gzip", "gzip", "gzip;q=1, br;q=0.1", "identity", "br;q=0"].map((how) => ask("/", how)),
	);
	expect(asked.map(({ encoding }) => encoding)).toEqual(["br", "gzip", "br", undefined, undefined]);
	const unpack = { br: promisify(brotliDecompress), gzip: promisify(gunzip) };
	for (const { encoding, bytes } of asked) {
		const whole = encoding === "br" || encoding === "gzip" ? await unpack[encoding](bytes) : bytes;
		expect(whole.toString()).toBe(PAGE);
	}
});

it("never sends an older page than it was given", async () => {
	await ask("/", "br");
	page = PAGE.replace("everybody", "everyone");
	const { bytes } = await ask("/", "br");
	expect((await promisify(brotliDecompress)(bytes)).toString()).toBe(page);
	page = PAGE;
});

it("leaves alone what is no page, and what is made for one reader", async () => {
	for (const path of ["/feed", "/own"])
		expect(await ask(path, "br")).toEqual({ encoding: undefined, bytes: Buffer.from(page) });
});

it("makes what is asked for often smaller", async () => {
	page = PAGE.split(" ")
		.map((word, index) => word + ((index * 7919) % 101))
		.join(" ");
	const { bytes: first } = await ask("/", "br");
	await expect.poll(async () => (await ask("/", "br")).bytes.length).toBeLessThan(first.length);
	page = PAGE;
});
