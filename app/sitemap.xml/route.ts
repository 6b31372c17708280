import { env } from "@/lib/env";
import { answerText, orUnavailable } from "@/lib/http/text";
import { sitemapPath } from "@/lib/sitemap/parts";
import { listSitemapParts } from "@/lib/sitemap/queries";
import { writeSitemapIndex } from "@/lib/sitemap/xml";

// Neither settings nor database are there while building.
export const dynamic = "force-dynamic";

/** The index of all sitemaps. */
export function GET(): Promise<Response> {
	return orUnavailable("the index of sitemaps", async () => {
		const sitemaps = (await listSitemapParts()).map((part) => ({ path: sitemapPath(part) }));
		return answerText("application/xml", writeSitemapIndex(sitemaps, env().APP_URL));
	});
}
