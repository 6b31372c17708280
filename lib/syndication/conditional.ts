import { createHash } from "node:crypto";

/**
 * Answers a text with its `ETag`, or 304 to who holds it already (RFC 9110, 13.1). The date counts only where no tag is sent: it
 * says when something was last added or changed, and nothing of what was taken away.
 *
 * @param modified undefined where nothing is known to have changed
 */
export function answerConditionally(
	request: Headers,
	body: string,
	modified: Date | undefined,
	headers: Record<string, string>,
): Response {
	const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
	const validators = { ...headers, ETag: etag, ...(modified && { "Last-Modified": modified.toUTCString() }) };
	const tags = request.get("if-none-match");
	const since = Date.parse(request.get("if-modified-since") ?? "");
	const isHeld =
		tags === null ? modified !== undefined && toSeconds(modified.getTime()) <= toSeconds(since) : hasTag(tags, etag);
	return isHeld
		? new Response(null, { status: 304, headers: validators })
		: new Response(body, { headers: validators });
}

/** Proxies that compress mark a tag as weak. */
function hasTag(tags: string, etag: string): boolean {
	return tags.split(",").some((tag) => ["*", etag].includes(tag.trim().replace(/^W\//, "")));
}

function toSeconds(milliseconds: number): number {
	return Math.floor(milliseconds / 1000);
}
