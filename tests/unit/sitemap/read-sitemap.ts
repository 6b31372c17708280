import { childrenOf, childText, parseXml } from "@/lib/ingest/http/xml";

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/**
 * Reads a sitemap or an index of some, strictly.
 *
 * @throws if it is not well-formed, in another namespace, or holds an entry without an address
 */
export function readSitemap(xml: string): { root: string; addresses: string[] } {
	const root = parseXml(xml, "the sitemap");
	if (root.uri !== NAMESPACE) throw new Error("the sitemap is in no namespace of sitemaps");
	const entries = childrenOf(root, NAMESPACE, root.name === "urlset" ? "url" : "sitemap");
	if (entries.length !== root.children.length) throw new Error("the sitemap holds what is no entry");
	const addresses = entries.map((entry) => {
		const address = childText(entry, NAMESPACE, "loc");
		if (address === undefined) throw new Error("the sitemap holds an entry without an address");
		return address;
	});
	return { root: root.name, addresses };
}
