import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Fault, misbehave } from "./faults";

export type Answer = { status: number; type: string; body: string };
type SeenRequest = { method: string; url: URL; headers: IncomingHttpHeaders };

/** A local server that answers as a source does, or fails as sources do. */
export type Upstream = {
	url: string;
	/** What was asked, in order. */
	requests: SeenRequest[];
	/** What goes wrong with the next requests, one each; `undefined` lets one pass. */
	faults: (Fault | undefined)[];
	/** Resolves when the next request has come. */
	nextRequest(): Promise<SeenRequest>;
	/** How many connections were opened. */
	connections(): number;
	close(): Promise<void>;
};

/** @param answer what the source says when nothing is wrong */
export async function startUpstream(answer: (url: URL) => Answer): Promise<Upstream> {
	const requests: SeenRequest[] = [];
	const faults: (Fault | undefined)[] = [];
	let waiting: ((request: SeenRequest) => void)[] = [];
	let connections = 0;

	function handle(request: IncomingMessage, response: ServerResponse) {
		const url = new URL(request.url ?? "/", "http://upstream");
		const seen = { method: request.method ?? "", url, headers: request.headers };
		requests.push(seen);
		const fault = faults.shift();
		if (fault) misbehave(fault, response, () => answer(url));
		else send(response, answer(url));
		for (const resolve of waiting) resolve(seen);
		waiting = [];
	}

	const server = createServer(handle).on("connection", () => {
		connections += 1;
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		faults,
		nextRequest: () => new Promise((resolve) => waiting.push(resolve)),
		connections: () => connections,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function send(response: ServerResponse, { status, type, body }: Answer) {
	response.writeHead(status, { "Content-Type": type }).end(body);
}
