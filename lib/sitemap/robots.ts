/** For machines of ours, or for one reader alone. */
const NOT_FOR_ROBOTS = [
	"/api/internal",
	"/api/cron",
	"/sign-in",
	"/settings",
	"/outbox",
	"/curate",
	"/claims",
	"/comments",
	"/following",
	"/library",
	// The empty form may be found; what it finds is made for who asks.
	"/search?",
	"/votes",
	"/unsubscribe",
	"/subscribe",
];

/**
 * What robots may read (RFC 9309), and where the sitemaps are.
 *
 * @param site the address that ours begin with (`https://papers.example.org`)
 */
export function writeRobots(site: string): string {
	const rules = ["User-agent: *", "Allow: /", ...NOT_FOR_ROBOTS.map((path) => `Disallow: ${path}`)];
	return [...rules, "", `Sitemap: ${new URL("/sitemap.xml", site).href}`, ""].join("\n");
}
