/**
 * Has the browser fetch a page that everybody sees alike as soon as somebody is about to follow a link to it: the pointer rests
 * on it, or presses it. Pages have dozens of links, and most are never followed. Browsers that don't know such rules fetch it
 * when it is followed (https://wicg.github.io/nav-speculation/speculation-rules.html).
 */
const RULES = {
	prefetch: [
		{
			where: {
				and: [
					{
						href_matches: [
							"/",
							"/papers",
							"/papers/*",
							"/authors/*",
							"/orgs/*",
							"/topics/*",
							"/about/*",
							"/digests/daily/*",
							"/digests/weekly/*",
						],
					},
					{ not: { href_matches: ["/papers/submit", "/papers/*.(bib|ris|md)"] } },
				],
			},
			eagerness: "moderate",
		},
	],
};

export function FetchAhead() {
	// biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, which React would escape
	return <script type="speculationrules" dangerouslySetInnerHTML={{ __html: JSON.stringify(RULES) }} />;
}
