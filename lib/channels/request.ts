import "server-only";
import { lookup } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { isPrivateHost } from "./address";
import { isPrivateAddress } from "./private-addresses";

/** In all, the body of the answer included. */
const PATIENCE_MS = 10_000;

/** Nobody answers more to say what became of a message. */
const ANSWER_MAX = 16 * 1024;

/** What came back. A reason is in our words alone: errors of connections name addresses. */
export type Answer =
	| { kind: "answer"; status: number; retryAfter: string | undefined; body: string }
	/** Not a byte of the message has left us. */
	| { kind: "not-sent"; reason: string }
	| { kind: "private" }
	/** It has left us, and no answer came. */
	| { kind: "lost"; reason: string };

class PrivateHost extends Error {}

/** Looks a name up for the connection itself, so that no later look-up can lead elsewhere. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
	lookup(hostname, { ...options, all: true }, (error, addresses) => {
		const [first] = addresses ?? [];
		if (error || first === undefined) return callback(error ?? new Error("the host has no address"), "");
		if (addresses.some(({ address }) => isPrivateAddress(address))) return callback(new PrivateHost(), "");
		if (options.all) callback(null, addresses);
		else callback(null, first.address, first.family);
	});
};

/**
 * Posts a message once. Redirects are not followed.
 *
 * @param allowsPrivate whether it may go to this machine or its network
 * @param patience in milliseconds
 */
export async function postMessage(
	url: URL,
	message: { headers: Record<string, string>; body: string },
	{ allowsPrivate, patience = PATIENCE_MS }: { allowsPrivate: boolean; patience?: number },
): Promise<Answer> {
	// Of an address in figures nothing is looked up.
	if (!allowsPrivate && isPrivateHost(url)) return { kind: "private" };
	const isSecure = url.protocol === "https:";
	const signal = AbortSignal.timeout(patience);
	let isConnected = false;
	try {
		const response = await new Promise<IncomingMessage>((resolve, reject) => {
			const bytes = Buffer.from(message.body, "utf8");
			const request = (isSecure ? requestHttps : requestHttp)(url, {
				method: "POST",
				headers: { ...message.headers, "Content-Length": bytes.byteLength },
				agent: false,
				signal,
				...(!allowsPrivate && { lookup: publicLookup }),
			});
			request.on("socket", (socket) => {
				socket.once(isSecure ? "secureConnect" : "connect", () => {
					isConnected = true;
				});
			});
			request.on("response", resolve).on("error", reject).end(bytes);
		});
		const { statusCode: status = 0, headers } = response;
		return { kind: "answer", status, retryAfter: headers["retry-after"], body: await readAnswer(response) };
	} catch (error) {
		if (error instanceof PrivateHost) return { kind: "private" };
		if (isConnected) return { kind: "lost", reason: signal.aborted ? "no answer in time" : "the connection broke off" };
		return { kind: "not-sent", reason: "could not be reached" };
	}
}

/** As much of it as came, up to the limit: the status alone says most. */
async function readAnswer(response: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		for await (const chunk of response) {
			size += chunk.byteLength;
			if (size > ANSWER_MAX) break;
			chunks.push(chunk);
		}
	} catch {
		// Cut off, or too slow.
	}
	response.destroy();
	return Buffer.concat(chunks).toString("utf8");
}
