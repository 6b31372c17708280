import { brotliCompressSync } from "node:zlib";
import type { Browser } from "@playwright/test";

const KINDS = ["Document", "Script", "Stylesheet", "Font"] as const;

/** Bytes of a first visit: over the wire, headers included, by kind; and its scripts alone, as brotli at its best makes them. */
export type Weight = Record<(typeof KINDS)[number] | "all" | "scripts, brotli", number>;

/** Opens a page in a browser that has seen nothing yet, and weighs all that it asks for until it is quiet. */
export async function weigh(browser: Browser, url: string): Promise<Weight> {
	const context = await browser.newContext();
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send("Network.enable");
	const kinds = new Map<string, string>();
	const weight: Record<string, number> = { all: 0, "scripts, brotli": 0 };
	for (const kind of KINDS) weight[kind] = 0;
	session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
	session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
		const kind = kinds.get(requestId) ?? "other";
		weight[kind] = (weight[kind] ?? 0) + encodedDataLength;
		weight.all = (weight.all ?? 0) + encodedDataLength;
	});
	const scripts: Promise<Buffer>[] = [];
	page.on("response", (response) => {
		if (response.request().resourceType() === "script") scripts.push(response.body());
	});
	await page.goto(url, { waitUntil: "networkidle" });
	for (const body of await Promise.all(scripts))
		weight["scripts, brotli"] = (weight["scripts, brotli"] ?? 0) + brotliCompressSync(body).length;
	await context.close();
	return weight as Weight;
}
