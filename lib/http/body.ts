/**
 * Reads a request's body as text, up to a size. Nothing beyond it is kept in memory, whatever the request says of its length.
 *
 * @param maxBytes far above what the route expects
 * @returns undefined if there is more
 * @throws if the client goes away halfway
 */
export async function readBody(request: Request, maxBytes: number): Promise<string | undefined> {
	if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return undefined;
	if (request.body === null) return "";
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request.body) {
		size += chunk.byteLength;
		if (size > maxBytes) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}
