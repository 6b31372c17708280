/** An error of a data route: a sentence that a person understands, and the status that programs read. */
export function jsonError(status: number, error: string, headers?: HeadersInit): Response {
	return Response.json({ error }, { status, headers: { "Cache-Control": "no-store", ...headers } });
}
