import { expect } from "vitest";
import { GET as getIndex } from "@/app/sitemap.xml/route";
import { GET as getPart } from "@/app/sitemaps/[kind]/[file]/route";
import { env } from "@/lib/env";
import { readSitemap } from "../../unit/sitemap/read-sitemap";

/** One sitemap, by its kind and file. */
export function askPart(kind: string, file: string): Promise<Response> {
	return getPart(new Request(`${env().APP_URL}/sitemaps/${kind}/${file}`), { params: Promise.resolve({ kind, file }) });
}

/** The paths in each sitemap that the index names, by the sitemap's path. */
export async function readSitemaps(): Promise<Map<string, string[]>> {
	const index = readSitemap(await xmlOf(await getIndex()));
	expect(index.root).toBe("sitemapindex");
	const sitemaps = new Map<string, string[]>();
	for (const path of index.addresses.map(pathOf)) {
		const [, , kind = "", file = ""] = path.split("/");
		const { root, addresses } = readSitemap(await xmlOf(await askPart(kind, file)));
		expect(root).toBe("urlset");
		sitemaps.set(path, addresses.map(pathOf));
	}
	return sitemaps;
}

async function xmlOf(response: Response): Promise<string> {
	expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/xml; charset=utf-8"]);
	expect(response.headers.get("cache-control")).toMatch(/^public, s-maxage=20, /);
	return response.text();
}

/** All addresses must be of this site. */
function pathOf(address: string): string {
	const url = new URL(address);
	expect(url.origin).toBe(env().APP_URL);
	return decodeURIComponent(url.pathname);
}
