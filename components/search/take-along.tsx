import type { SearchOrder } from "@/lib/search/types";

const FEEDS = { Atom: "/feed.atom", RSS: "/feed.rss", "JSON Feed": "/feed.json" };
const FILES = { CSV: "/export/csv", JSON: "/export/json", BibTeX: "/export/bib", RIS: "/export/ris" };

/** The search as a feed to follow and as files to take along. */
export function TakeAlong({ asked, order }: { asked: string; order: SearchOrder }) {
	const query = new URLSearchParams({ q: asked });
	const ordered = new URLSearchParams({ q: asked, ...(order !== "relevance" && { order }) });
	return (
		<p className="no-print pt-6 text-[13px] text-ink-faint">
			Follow this search: <Links to={FEEDS} query={query} />. Take it along: <Links to={FILES} query={ordered} />.
		</p>
	);
}

function Links({ to, query }: { to: Record<string, string>; query: URLSearchParams }) {
	return Object.entries(to).map(([name, path], index) => (
		<span key={name}>
			{index > 0 && ", "}
			<a href={`${path}?${query}`} rel="nofollow" className="text-link underline underline-offset-3">
				{name}
			</a>
		</span>
	));
}
