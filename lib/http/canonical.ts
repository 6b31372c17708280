import "server-only";
import type { Metadata } from "next";
import { env } from "../env";

/**
 * Says in a page's head what its one address is.
 *
 * @param path of the address, with query
 * @param types by media type, other forms of the same
 */
export function atAddress(
	path: string,
	types: Record<string, string> = {},
): Pick<Metadata, "metadataBase" | "alternates"> {
	return { metadataBase: new URL(env().APP_URL), alternates: { canonical: path, types } };
}
