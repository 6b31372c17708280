import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** Asks for an address as it is written: browsers and `fetch` would tidy up what attackers leave untidy. Takes no compression. */
export function ask(
	origin: string,
	address: string,
	options: { method?: string; headers?: OutgoingHttpHeaders; body?: string } = {},
): Promise<Answer> {
	const { hostname, port } = new URL(origin);
	const { method = "GET", headers = {}, body } = options;
	return new Promise((resolve, reject) => {
		const call = request({ hostname, port, path: address, method, headers }, (answer) => {
			let text = "";
			answer.setEncoding("utf8");
			answer.on("data", (chunk) => {
				text += chunk;
			});
			answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
			answer.on("error", reject);
		});
		call.on("error", reject).end(body);
	});
}
