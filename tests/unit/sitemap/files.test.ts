import { describe, expect, it } from "vitest";
import { GET as getLlms } from "@/app/llms.txt/route";
import { GET as getRobots } from "@/app/robots.txt/route";
import { writeLlms } from "@/lib/sitemap/llms";
import { writeRobots } from "@/lib/sitemap/robots";

const SITE = "https://papers.example.org";

describe("robots.txt", () => {
	const lines = writeRobots(SITE).split("\n");
	const refused = lines.flatMap((line) => /^Disallow: (.+)$/.exec(line)?.[1] ?? []);

	it("lets robots read all that is public, and tells them where the sitemaps are", () => {
		expect(lines.slice(0, 2)).toEqual(["User-agent: *", "Allow: /"]);
		expect(lines).toContain("Sitemap: https://papers.example.org/sitemap.xml");
		for (const path of [
			"/",
			"/papers/2606.00001",
			"/papers/2606.00001.md",
			"/api/daily_papers",
			"/topics/cs-lg",
			"/llms.txt",
		])
			expect(refused.filter((prefix) => path.startsWith(prefix))).toEqual([]);
	});

	it("keeps them from what is one reader's own, or of our machines", () => {
		for (const path of ["/api/internal/revalidate", "/api/cron/digest", "/sign-in/confirm", "/settings", "/outbox/1"])
			expect(refused.some((prefix) => path.startsWith(prefix))).toBe(true);
		for (const path of ["/curate/runs", "/votes/2606.00001", "/unsubscribe", "/subscribe/confirm"])
			expect(refused.some((prefix) => path.startsWith(prefix))).toBe(true);
	});
});

describe("llms.txt", () => {
	it("begins with a name and what the site is, and names the Markdown forms and the API", () => {
		const text = writeLlms(`${SITE}/`);
		expect(text).toMatch(/^# Broadsheet\n\n> A daily feed of machine-learning papers/);
		for (const path of [
			"/papers/{id}.md",
			"/papers/date/{YYYY-MM-DD}.md",
			"/api/daily_papers",
			"/about/api",
			"/sitemap.xml",
		])
			expect(text).toContain(SITE + path);
	});
});

it("comes as plain text that caches may keep", async () => {
	for (const get of [getRobots, getLlms]) {
		const { status, headers } = get();
		expect([status, headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
		expect(headers.get("cache-control")).toMatch(/^public, s-maxage=20, /);
	}
	expect(await getRobots().text()).toContain("\nSitemap: http://127.0.0.1:4200/sitemap.xml\n");
});
