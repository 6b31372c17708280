import "server-only";
import { withinLimits } from "./limits";
import { lookUp } from "./lookup";
import { type Archive, archiveOf, type Candidates, limitToNewest, papersOf, sharesOf } from "./plan";
import { type Counted, listEndings, listSuggestions } from "./suggest-lists";
import { and, or, quote } from "./tsquery";
import type { Suggestions } from "./types";
import { isTelling } from "./wanted";

/** Characters that are read: more than anybody types before looking. */
const MAX_READ = 80;
/** Papers of which the most upvoted are suggested, and papers whose authors are. */
const PAPERS = 60;
const PAPERS_OF_AUTHORS = 20;

const NOTHING: Suggestions = { papers: [], authors: [], topics: [] };

/**
 * What somebody may be about to type: papers by words of their titles, authors by words of their names, topics by words of
 * theirs. The last word may be unfinished.
 *
 * @param limit of each kind at most
 * @throws the database's error, also when a statement takes longer than two seconds
 */
export async function suggest(prefix: string, limit: number): Promise<Suggestions> {
	const text = prefix
		.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, " ")
		.trim()
		.slice(0, MAX_READ)
		.toWellFormed();
	if (!/[\p{L}\p{N}]/u.test(text)) return NOTHING;
	return withinLimits(async (db) => {
		const { found, months } = await lookUp(db, [
			{ kind: "phrase", text, excluded: false },
			{ kind: "name", text, excluded: false },
		]);
		const telling = found.filter(isTelling);
		const names = telling.filter(({ nr }) => nr === 1);
		const last = names.at(-1)?.word;
		if (last === undefined || months.length === 0) return NOTHING;
		const archive = archiveOf(months, months);
		const endings = await listEndings(db, last);
		const titled = telling
			.filter(({ nr, word }) => nr === 0 && word !== last)
			.map(({ lexeme, titled }) => ({ mark: `=${lexeme}`, papers: titled }));
		const named = names.slice(0, -1).map(({ lexeme, papers }) => ({ mark: lexeme, papers }));
		return listSuggestions(db, {
			titles: planEndings(titled, endings.titles, archive, PAPERS),
			names: planEndings(named, endings.names, archive, PAPERS_OF_AUTHORS),
			typed: names.map(({ word }) => word),
			limit,
		});
	});
}

/** Papers that have all finished words and one of the endings. */
function planEndings(finished: Counted[], endings: Counted[], archive: Archive, most: number): Candidates {
	const ending = or(endings.map(({ mark }) => quote(mark)));
	const query = and([...finished.map(({ mark }) => quote(mark)), ending]);
	const ended = papersOf(endings).reduce((sum, papers) => sum + papers, 0);
	const share = sharesOf([...papersOf(finished), Math.min(ended, archive.papers)], archive);
	const candidates = limitToNewest(query, share, finished.length + endings.length, most, archive);
	return ending === undefined || candidates === undefined ? { query: quote("/none"), most } : candidates;
}
