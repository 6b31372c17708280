import type { ServerResponse } from "node:http";
import { createGzip } from "node:zlib";
import type { Answer } from "./upstream";

/** A way in which a source goes wrong. */
export type Fault =
	| { kind: "status"; status: number; headers?: Record<string, string>; body?: string }
	/** The connection ends in the middle of a body that promised more. */
	| { kind: "cut" }
	/** Nothing is answered, the connection stays. */
	| { kind: "hang" }
	/** The answer begins and does not go on. */
	| { kind: "stall" }
	/** The first half of the answer, as if it were the whole. */
	| { kind: "truncated" }
	/** Another body with status 200. */
	| { kind: "body"; type: string; body: string }
	/** Two gigabytes, announced by their length or not, or small while packed. */
	| { kind: "endless"; as: "announced" | "unannounced" | "packed" }
	| { kind: "redirect"; to: string };

const TWO_GIGABYTES = 2 * 1024 ** 3;
const PIECE = Buffer.alloc(64 * 1024, "x");

export const WEB_PAGE: Fault = {
	kind: "body",
	type: "text/html",
	body: "<!doctype html><html><body>Soon back</body></html>",
};

/** Ten entities, each ten times the one before: ten gigabytes where it is expanded. */
export const XML_BOMB: Fault = {
	kind: "body",
	type: "application/atom+xml",
	body: `<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a0 "lol">${Array.from({ length: 10 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join("")}]><feed xmlns="http://www.w3.org/2005/Atom"><title>&a10;</title></feed>`,
};

/** Asks the parser for one of our files. */
export const XML_DOCTYPE: Fault = {
	kind: "body",
	type: "application/atom+xml",
	body: `<?xml version="1.0"?><!DOCTYPE feed SYSTEM "file:///etc/passwd"><feed xmlns="http://www.w3.org/2005/Atom"/>`,
};

export function misbehave(fault: Fault, response: ServerResponse, answer: () => Answer) {
	switch (fault.kind) {
		case "status":
			return response.writeHead(fault.status, fault.headers).end(fault.body ?? "");
		case "redirect":
			return response.writeHead(302, { Location: fault.to }).end();
		case "body":
			return response.writeHead(200, { "Content-Type": fault.type }).end(fault.body);
		case "hang":
			return;
		case "endless":
			return sendEndlessly(response, fault.as);
	}
	const { status, type, body } = answer();
	const half = body.slice(0, Math.floor(body.length / 2));
	if (fault.kind === "truncated") return response.writeHead(status, { "Content-Type": type }).end(half);
	response.writeHead(status, { "Content-Type": type, "Content-Length": Buffer.byteLength(body) });
	response.write(half, () => fault.kind === "cut" && response.destroy());
}

function sendEndlessly(response: ServerResponse, as: "announced" | "unannounced" | "packed") {
	response.writeHead(200, {
		"Content-Type": "application/json",
		...(as === "announced" && { "Content-Length": TWO_GIGABYTES }),
		...(as === "packed" && { "Content-Encoding": "gzip" }),
	});
	const target = as === "packed" ? createGzip({ level: 9 }) : response;
	if (target !== response) target.pipe(response);
	let sent = 0;
	const sendMore = () => {
		while (sent < TWO_GIGABYTES && !response.destroyed) {
			sent += PIECE.byteLength;
			if (!target.write(PIECE)) return;
		}
		target.end();
	};
	target.on("drain", sendMore);
	response.on("close", () => target.destroy());
	sendMore();
}
