import { cleanText } from "./text";

/** Longer than any address worth keeping. */
const MAX_LENGTH = 2_000;

/**
 * Reads a web address that is to stand in a page as a link or a picture: http or https only, and no user name or password,
 * with which addresses pretend to lead elsewhere.
 *
 * @param base what a relative address is relative to; without it only whole addresses count
 * @returns the address in its normal spelling; undefined for anything else
 */
export function parseWebAddress(text: string, base?: string): string | undefined {
	const address = cleanText(text);
	if (address === "" || address.length > MAX_LENGTH || !URL.canParse(address, base)) return undefined;
	const url = new URL(address, base);
	const isWeb = url.protocol === "https:" || url.protocol === "http:";
	return isWeb && url.username === "" && url.password === "" && url.href.length <= MAX_LENGTH ? url.href : undefined;
}
