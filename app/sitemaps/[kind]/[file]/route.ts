import { env } from "@/lib/env";
import { jsonError } from "@/lib/http/json";
import { answerText, orUnavailable } from "@/lib/http/text";
import { parseSitemapPart } from "@/lib/sitemap/parts";
import { readSitemapPart } from "@/lib/sitemap/queries";
import { writeSitemap } from "@/lib/sitemap/xml";

type Context = { params: Promise<{ kind: string; file: string }> };

/** One sitemap: `/sitemaps/{kind}/{part}.xml`. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
	const { kind, file } = await params;
	const part = parseSitemapPart(kind, file);
	return orUnavailable("a sitemap", async () => {
		const entries = part && (await readSitemapPart(part));
		if (!entries) return jsonError(404, "There is no such sitemap; /sitemap.xml lists all.");
		return answerText("application/xml", writeSitemap(entries, env().APP_URL));
	});
}
