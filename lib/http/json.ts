/** An error of a data route: a sentence that a person understands, and the status that programs read. */
export function jsonError(status: number, error: string, headers?: HeadersInit): Response {
	return Response.json({ error }, { status, headers: { "Cache-Control": "no-store", ...headers } });
}

/**
 * Answers the methods that a data route does not take, with those that it does.
 *
 * @param taken as the `Allow` header has them (`GET, HEAD`)
 */
export function refuseMethod(taken: string): () => Response {
	return () => jsonError(405, `This address takes ${taken.replace(", ", " and ")} only.`, { Allow: taken });
}
