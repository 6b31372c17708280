import "server-only";
import { env } from "../../env";
import { SourceError } from "./source-error";

/**
 * Refuses an address that is not at one of the sources' origins in the settings (scheme, host and port). Redirects come here too,
 * so that no answer can send us to a host of its choice, such as a cloud's metadata service.
 *
 * @throws SourceError `not-allowed`
 */
export function requireAllowed(url: URL): void {
	const { HUGGINGFACE_URL, ARXIV_API_URL, ARXIV_RSS_URL } = env();
	const origins = [HUGGINGFACE_URL, ARXIV_API_URL, ARXIV_RSS_URL].map((address) => new URL(address).origin);
	if (origins.includes(url.origin)) return;
	throw new SourceError("not-allowed", `${url.origin} is not one of the sources that the settings name`);
}
