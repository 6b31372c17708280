import { parseArgs } from "node:util";
import { withArchiveSite } from "./archive-site";
import { crawl } from "./crawl/crawler";
import { report } from "./crawl/report";

/**
 * `npm run bench -- crawl [--pages 5000]`: follows every internal link of the site from the front page on, with the whole archive
 * in a throw-away Postgres and the production build before it. Each page is asked for once, so none comes from the cache. Prints
 * how many there are of each kind, what they weigh, how long they take, and every answer that is no 200.
 */
export async function run(args: string[]): Promise<void> {
	const { values } = parseArgs({ args, options: { pages: { type: "string" } } });
	const limit = values.pages === undefined ? Number.POSITIVE_INFINITY : Number(values.pages);
	await withArchiveSite(async (origin) => report(await crawl(origin, limit)));
}
