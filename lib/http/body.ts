/**
 * Reads the body of a request or an answer as text, up to a size. Nothing beyond it is kept in memory, whatever is said of its
 * length.
 *
 * @param maxBytes far above what is expected
 * @returns undefined if there is more
 * @throws if the other side goes away halfway
 */
export async function readBody(message: Request | Response, maxBytes: number): Promise<string | undefined> {
	if (Number(message.headers.get("content-length") ?? 0) > maxBytes) return undefined;
	if (message.body === null) return "";
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of message.body) {
		size += chunk.byteLength;
		if (size > maxBytes) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}
