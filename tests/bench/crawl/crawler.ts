/** What came of one address. `milliseconds` until the last byte. */
export type Visit = {
	path: string;
	from: string;
	status: number;
	bytes: number;
	milliseconds: number;
	isHtml: boolean;
};

/** As many as this machine has cores: more would measure the queue. */
const AT_ONCE = 2;

/** What is one viewer's own, and not for crawlers. */
const PRIVATE =
	/^\/(sign-in|settings|outbox|papers\/submit|curate|votes|unsubscribe|subscribe|claims|comments|library|following)\b/;

/** Says how far it is, so often. */
const SAY_EVERY = 5000;

/**
 * Follows every internal link from the front page on, each address once; fragments are left out.
 *
 * @param origin of the site (`http://127.0.0.1:3000`)
 * @param limit pages at most
 */
export async function crawl(origin: string, limit: number): Promise<Visit[]> {
	const known = new Map<string, string>([["/", "the start"]]);
	const waiting = ["/"];
	const visits: Visit[] = [];
	let active = 0;

	await new Promise<void>((resolve, reject) => {
		const next = () => {
			if (active === 0 && (waiting.length === 0 || visits.length >= limit)) return resolve();
			while (active < AT_ONCE && visits.length + active < limit) {
				const path = waiting.shift();
				if (path === undefined) return;
				active++;
				void visit(origin, path, known.get(path) ?? "").then(({ links, ...made }) => {
					active--;
					visits.push(made);
					if (visits.length % SAY_EVERY === 0) process.stderr.write(`${visits.length} of ${known.size} so far\n`);
					for (const link of links) {
						if (known.has(link) || PRIVATE.test(link)) continue;
						known.set(link, path);
						waiting.push(link);
					}
					next();
				}, reject);
			}
		};
		next();
	});
	return visits;
}

async function visit(origin: string, path: string, from: string): Promise<Visit & { links: Set<string> }> {
	const startedAt = performance.now();
	const response = await fetch(origin + path, { redirect: "manual" });
	const text = await response.text();
	const milliseconds = performance.now() - startedAt;
	const isHtml = response.headers.get("content-type")?.startsWith("text/html") ?? false;
	const links = new Set(isHtml ? findLinks(text) : []);
	return { path, from, status: response.status, bytes: Buffer.byteLength(text), milliseconds, isHtml, links };
}

function findLinks(html: string): string[] {
	return [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map((match) => (match[1] ?? "").replaceAll("&amp;", "&"));
}
