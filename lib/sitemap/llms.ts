/**
 * What programs that read for people need to know of this site, in the form of https://llmstxt.org.
 *
 * @param site the address that ours begin with (`https://papers.example.org`)
 */
export function writeLlms(site: string): string {
	const at = (path: string) => new URL(site).origin + path;
	return `# Broadsheet

> A daily feed of machine-learning papers: which came out, how many people upvoted each, what it is about. Each paper stands on the list of one day (UTC), which is open until that day ends.

Papers are known by their arXiv id without version (\`2412.14093\`, \`hep-th/9901001\`). Upvotes are those cast here and those seen at an import source; both are told apart. Summaries that a model wrote are marked as such. Read the Markdown forms rather than the pages: they hold the same.

## As Markdown

- [The newest day](${at("/papers/date/newest.md")}): its papers, the most upvoted first
- \`${at("/papers/{id}.md")}\`: a paper with its abstract, links and BibTeX
- \`${at("/papers/date/{YYYY-MM-DD}.md")}\`, \`${at("/papers/week/{YYYY-Www}.md")}\`, \`${at("/papers/month/{YYYY-MM}.md")}\`: the papers of a day, an ISO week or a month, at most a hundred

## As data

- [The API](${at("/about/api")}): for people; [as OpenAPI](${at("/api/openapi.json")})
- \`${at("/api/daily_papers?date={YYYY-MM-DD}")}\`, \`${at("/api/papers/{id}")}\`, \`${at("/api/papers/search?q={words}")}\`: JSON in the shapes of Hugging Face
- \`${at("/papers/{id}.bib")}\`, \`${at("/papers/{id}.ris")}\`: citations
- \`${at("/feed.{atom,rss,json}")}\`, \`${at("/export/{json,csv,bib,ris}")}\`: lists as feeds and files, by \`q\`, \`window\`, \`topic\`, \`author\`, \`org\`, \`min\` and \`order\`

## Pages

- [Today](${at("/")}), [trending](${at("/papers/trending")}), \`${at("/search?q={words}")}\`, \`${at("/papers/{id}")}\`, \`${at("/papers/date/{YYYY-MM-DD}")}\`
- \`${at("/authors/{slug}")}\`, \`${at("/orgs/{slug}")}\`, \`${at("/topics/{slug}")}\`: the papers of each
- [How papers are ranked](${at("/about/ranking")})

## Optional

- [All addresses](${at("/sitemap.xml")}): an index of sitemaps
`;
}
