import type { ArxivPaper } from "./arxiv";

const DECLARATION = `<?xml version="1.0" encoding="UTF-8"?>`;
const NAMESPACES = `xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.w3.org/2005/Atom"`;

export function feed(entries: string[], more = ""): string {
	return `${DECLARATION}\n<feed ${NAMESPACES}>\n  <id>http://arxiv.org/api/fake</id>\n  <title>a fake arXiv</title>\n${more}${entries.join("\n")}\n</feed>\n`;
}

export function queryFeed(
	entries: string[],
	{ total, start, size }: { total: number; start: number; size: number },
): string {
	const counts = { totalResults: total, startIndex: start, itemsPerPage: size };
	const elements = Object.entries(counts).map(
		([name, value]) => `  <opensearch:${name}>${value}</opensearch:${name}>\n`,
	);
	return feed(entries, elements.join(""));
}

export function errorFeed(words: string): string {
	const id = `http://arxiv.org/api/errors#${words.replaceAll(" ", "_")}`;
	const entry = `<entry><id>${escapeXml(id)}</id><title>Error</title><summary>${escapeXml(words)}</summary></entry>`;
	return queryFeed([entry], { total: 1, start: 0, size: 1 });
}

/** A paper as one of the two servers writes it. */
export function atomEntry(paper: ArxivPaper, at: "query" | "announcement"): string {
	const version = `${paper.id}v${paper.version ?? 1}`;
	const elements = at === "query" ? queryElements(paper, version) : announcementElements(paper, version);
	const categories = paper.categories.map(
		(term) => `<category term="${term}" scheme="http://arxiv.org/schemas/atom"/>`,
	);
	return `  <entry>\n    ${[...elements, ...categories].join("\n    ")}\n  </entry>`;
}

function queryElements(paper: ArxivPaper, version: string): string[] {
	return [
		element("id", `http://arxiv.org/abs/${version}`),
		element("updated", paper.updated ?? paper.published),
		element("published", paper.published),
		element("title", paper.title),
		element("summary", `  ${paper.abstract}\n`),
		...paper.authors.map((name) => `<author>${element("name", name)}</author>`),
		...optional("arxiv:doi", paper.doi),
		...optional("arxiv:comment", paper.comment),
		...optional("arxiv:journal_ref", paper.journalRef),
		`<arxiv:primary_category term="${paper.categories[0]}"/>`,
	];
}

function announcementElements(paper: ArxivPaper, version: string): string[] {
	const type = paper.announced ?? "";
	return [
		element("id", `oai:arXiv.org:${version}`),
		element("title", paper.title),
		element("summary", `arXiv:${version} Announce Type: ${type} \nAbstract: ${paper.abstract}`),
		element("published", "2026-11-23T00:00:00-05:00"),
		element("arxiv:announce_type", type),
		element("dc:creator", paper.authors.join(", ")),
	];
}

function optional(name: string, text: string | undefined): string[] {
	return text === undefined ? [] : [element(name, text)];
}

function element(name: string, text: string): string {
	return `<${name}>${escapeXml(text)}</${name}>`;
}

function escapeXml(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
