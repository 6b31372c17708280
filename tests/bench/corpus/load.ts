import { slugify } from "@/lib/papers/slug";
import { topicsOf } from "@/lib/papers/topics";
import { query } from "../../db/query";
import { countTerms, type LexemeOf, READ_LEXEMES, textsOf, toDocument, toLexemeOf, weighTerms } from "./documents";
import { ORGANIZATIONS } from "./figures";
import { withoutIndexes } from "./indexes";
import { type CorpusPaper, makePapers, STANDS_AT } from "./papers";
import { nameOf, organizationName } from "./people";
import { openCopy, type TableCopy } from "./table-copy";
import { COMMON, toSentences } from "./words";

const SEED = 7;
/** Of how many papers, the newest, the index job counts the words. */
const COUNTED = 20_000;
const SENTENCE = 21;

const TARGETS = {
	papers:
		"papers (id, title, abstract, published_at, author_count, organization_id, edition_date, listed_at, listed_by, described_by, described_at, github_repo, project_page, categories, keywords, local_upvotes, imported_upvotes, local_comments, imported_comments, import_source, captured_at, rising, created_at, updated_at, indexed_at)",
	authors: "authors (id, slug, name)",
	paperAuthors: "paper_authors (paper_id, position, author_id, name)",
	topics: "topics (id, slug, name, kind)",
	paperTopics: "paper_topics (paper_id, topic_id, position, edition_date)",
	terms: "paper_terms (paper_id, term, weight)",
	documents: "paper_search (paper_id, document)",
	captures: "vote_snapshots (paper_id, captured_at, upvotes)",
	votes: "votes (user_id, paper_id, created_at)",
	comments: "comments (paper_id, author_id, body, created_at)",
};
type Tables = Record<keyof typeof TARGETS, TableCopy>;

/**
 * Fills an empty, migrated database with so many papers and all that hangs on them, the same ones at each run. What the app derives
 * is derived here from the same figures; tests/db/corpus.test.ts compares. Votes and comments are of so many people.
 */
export async function loadCorpus(url: string, { papers, voters }: { papers: number; voters: number }): Promise<void> {
	const lexemeOf = toLexemeOf(await query(url, READ_LEXEMES, [COMMON]));
	await addOthers(url, voters);
	const makeIndexes = await withoutIndexes(url);
	const opened = Object.entries(TARGETS).map(async ([name, target]) => [name, await openCopy(url, target)]);
	const tables = Object.fromEntries(await Promise.all(opened)) as Tables;
	const writer = createWriter(tables, lexemeOf);
	const counted: CorpusPaper[] = [];
	let isCounted = false;
	const settle = async () => {
		isCounted = true;
		writer.weighBy(counted);
		for (const paper of counted.splice(0)) await writer.write(paper);
	};
	for (const paper of makePapers({ papers, voters, seed: SEED })) {
		if (isCounted) await writer.write(paper);
		else if (counted.push(paper) === COUNTED) await settle();
	}
	if (!isCounted) await settle();
	for (const table of Object.values(tables)) await table.close();
	await writer.finish(url);
	await query(url, "INSERT INTO editions (date) SELECT DISTINCT edition_date FROM papers");
	await query(url, "SELECT setval('topics_id_seq', (SELECT max(id) FROM topics))");
	await makeIndexes();
}

/** Takes a corpus away again. */
export async function emptyCorpus(url: string): Promise<void> {
	await query(
		url,
		`SET session_replication_role = replica;
		TRUNCATE users, organizations, editions, authors, topics, papers, subscribers, digests, search_lexemes, search_words,
			search_compounds, term_counts CASCADE`,
	);
}

/** Whoever votes, and the organisations. */
async function addOthers(url: string, voters: number): Promise<void> {
	await query(
		url,
		`INSERT INTO users (id, name, email, email_verified, created_at)
		SELECT 'voter-' || nr, 'Voter ' || nr, 'voter' || nr || '@example.org', true, '1700-01-01' FROM generate_series(0, $1 - 1) AS nr`,
		[voters],
	);
	const numbers = Array.from({ length: ORGANIZATIONS }, (_, number) => number);
	await query(
		url,
		"INSERT INTO organizations (id, slug, name, seen_at) SELECT id, slug, name, now() FROM unnest($1::uuid[], $2::text[], $3::text[]) AS o (id, slug, name)",
		[numbers.map((number) => idOf(number)), numbers.map((number) => `org-${number}`), numbers.map(organizationName)],
	);
}

function createWriter(tables: Tables, lexemeOf: LexemeOf) {
	const topicIds = new Map<string, number>();
	const papersWith = new Map<string, number>();
	const lexemes = new Map<string, number>();
	const words = new Set<string>();
	const compounds = new Map<string, string>();
	let [counted, authors] = [0, 0];

	const topicIdsOf = (paper: CorpusPaper) => {
		const ids: number[] = [];
		for (const { slug, name, kind } of topicsOf(paper)) {
			const known = topicIds.get(slug);
			const id = known ?? topicIds.size + 1;
			if (known === undefined) {
				topicIds.set(slug, id);
				tables.topics.write(id, slug, name, kind);
			}
			ids.push(id);
		}
		return ids;
	};
	const noteWords = (paper: CorpusPaper) => {
		const { title, names, keywords, abstract } = textsOf(paper);
		for (const word of [...title, ...names, ...keywords, ...abstract]) {
			for (const part of word.split("-")) words.add(part);
			if (word.includes("-")) compounds.set(word.replace("-", ""), word.replace("-", " "));
		}
	};
	return {
		weighBy(papers: readonly CorpusPaper[]): void {
			counted = papers.length;
			for (const paper of papers) for (const term of countTerms(paper, lexemeOf).keys()) add(papersWith, term);
			for (const [term, count] of papersWith) if (count === 1) papersWith.delete(term);
		},
		async write(paper: CorpusPaper): Promise<void> {
			const { id } = paper;
			const topics = topicIdsOf(paper);
			const organization = paper.organization === null ? null : idOf(paper.organization);
			tables.papers.write(...toRow(paper));
			for (const [position, author] of paper.authors.entries()) {
				if (author === authors) tables.authors.write(idOf(authors++), slugify(nameOf(author)), nameOf(author));
				tables.paperAuthors.write(id, position, idOf(author), nameOf(author));
			}
			for (const [position, topic] of topics.entries()) tables.paperTopics.write(id, topic, position, paper.day);
			for (const [term, weight] of weighTerms(countTerms(paper, lexemeOf), papersWith, counted))
				tables.terms.write(id, term, weight);
			const document = toDocument(paper, { topics, organization, lexemeOf });
			tables.documents.write(id, document.vector);
			for (const lexeme of document.lexemes) add(lexemes, lexeme);
			noteWords(paper);
			for (const { capturedAt, upvotes } of paper.captures) tables.captures.write(id, capturedAt, upvotes);
			for (const { voter, at } of paper.votes) tables.votes.write(`voter-${voter}`, id, at);
			for (let nth = 0; nth < paper.localComments; nth++)
				tables.comments.write(id, `voter-${nth}`, "What of the last table?", paper.listedAt);
			for (const table of Object.values(tables)) await table.flush();
		},
		/** What is known at the end. */
		async finish(url: string): Promise<void> {
			const known = await openCopy(url, "search_lexemes (lexeme, papers)");
			for (const entry of lexemes) known.write(...entry);
			await known.close();
			const spelled = await openCopy(url, "search_words (word, lexeme)");
			for (const word of words) {
				const lexeme = lexemeOf(word);
				if (lexeme !== undefined && word.length > 1 && word.length <= 40) spelled.write(word, lexeme);
			}
			await spelled.close();
			const joined = await openCopy(url, "search_compounds (word, lexeme, parts)");
			for (const [word, parts] of compounds) if (word.length <= 40) joined.write(word, word, parts);
			await joined.close();
			const counts = await openCopy(url, "term_counts (term, papers, counted_at)");
			const now = new Date();
			for (const entry of [...papersWith, ["", counted] as const]) counts.write(...entry, now);
			await counts.close();
		},
	};
}

function toRow(paper: CorpusPaper) {
	const last = paper.captures.at(-1);
	return [
		paper.id,
		toSentences(paper.title, Number.POSITIVE_INFINITY).slice(0, -1),
		toSentences(paper.abstract, SENTENCE),
		paper.listedAt,
		paper.authors.length,
		paper.organization === null ? null : idOf(paper.organization),
		paper.day,
		paper.listedAt,
		"file",
		"file",
		STANDS_AT,
		paper.repo,
		paper.page,
		toArray(paper.categories),
		toArray(paper.keywords),
		paper.votes.length,
		last?.upvotes ?? 0,
		paper.localComments,
		paper.importedComments,
		"file",
		last?.capturedAt ?? null,
		String(paper.rising),
		paper.listedAt,
		STANDS_AT,
		STANDS_AT,
	] as const;
}

function toArray(texts: readonly string[]): string {
	return `{${texts.map((text) => `"${text}"`).join(",")}}`;
}

/** As random as the app's, so that equal shares of all ids have about as many rows each. */
function idOf(number: number): string {
	const mixed = (Math.imul(number + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, "0");
	return `${mixed}-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

function add(counts: Map<string, number>, key: string): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}
