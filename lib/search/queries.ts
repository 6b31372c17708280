import "server-only";
import type { Db } from "../db/client";
import type { PaperId } from "../papers/ids";
import { withinLimits } from "./limits";
import { leastShare, planAll } from "./plan";
import { planMost } from "./plan-most";
import { MAX_WALKED, type RankedPaper, rankCandidates, walkInOrder } from "./rank";
import type { SearchOrder, SearchPage, SearchQuery } from "./types";
import { type Understood, understand } from "./understand";

/** Fewer papers with all words than this are followed by those with most of them. */
const ENOUGH = 20;
/** Papers that would have all words if words knew nothing of each other. */
const UNLIKELY = 0.4;
/** Nobody reads further, and ranking is made for the first of many. */
const LAST_PLACE = 1_000;

const NOTHING: SearchPage = { ids: [], hasMore: false, match: "none", didYouMean: null };

type SearchOptions = {
	order: SearchOrder;
	limit: number;
	offset: number;
	/** Whether papers that have only most of the words stay out: they would flood whoever follows a search. */
	onlyAll?: boolean;
};

/**
 * Finds listed papers. Those with all words come first; where these are few, those with most of the words follow, the likeliest
 * first. Of very many that match, the newest and those with the words in their titles are looked at. Pages end at place 1,000.
 *
 * @throws the database's error, also when a statement takes longer than two seconds
 */
export async function searchPapers(
	query: SearchQuery,
	{ order, limit, offset, onlyAll = false }: SearchOptions,
): Promise<SearchPage> {
	return withinLimits(async (db) => {
		if (query.paper !== null) return offset === 0 ? findOne(db, query.paper) : NOTHING;
		const understood = await understand(db, query);
		if (asksForNothing(understood)) return NOTHING;
		const end = Math.min(offset + limit, LAST_PLACE);
		const ranked = await rank(db, understood, { order, limit: Math.max(ENOUGH, end + 1), onlyAll });
		const ids = ranked.slice(offset, end).map(({ id }) => id);
		return {
			ids,
			hasMore: ranked.length > end && end < LAST_PLACE,
			match: matchOf(ranked, understood),
			didYouMean: understood.didYouMean,
		};
	});
}

async function findOne(db: Db, id: PaperId): Promise<SearchPage> {
	const found = await db.paper.findUnique({
		where: { id, hiddenAt: null, editionDate: { not: null } },
		select: { id: true },
	});
	return found === null ? NOTHING : { ...NOTHING, ids: [id], match: "all" };
}

/** Words without meaning alone ("the") ask for nothing. */
function asksForNothing({ wanted, filters, query, archive }: Understood): boolean {
	const { since, until, min } = query;
	return (
		archive.papers === 0 || (wanted.length + filters.length === 0 && since === null && until === null && min === null)
	);
}

async function rank(
	db: Db,
	understood: Understood,
	{ order, limit, onlyAll }: { order: SearchOrder; limit: number; onlyAll: boolean },
): Promise<RankedPaper[]> {
	const { wanted, filters, names, archive } = understood;
	const counts = [...wanted, ...filters].flatMap(({ papers }) => papers ?? []);
	const share = leastShare(counts, archive);
	// Names that nobody has in full are looked for author by author, which many papers would make slow.
	if (order !== "relevance" && names.partial.length === 0 && share * MAX_WALKED > 2 * limit) {
		const walked = await walkInOrder(db, understood, order, limit);
		if (walked.length === limit) return walked;
	}
	// Of many words, hardly any paper has all: those that do are among those that have most.
	if (onlyAll || wanted.length < 2 || share * archive.papers > UNLIKELY) {
		const all = planAll(wanted, filters, archive, order !== "new");
		const ranked = all === undefined ? [] : await rankCandidates(db, understood, all, { order, limit, onlyAll: true });
		if (onlyAll || ranked.length >= ENOUGH || wanted.length < 2) return ranked;
	}
	const most = planMost(wanted, filters, archive);
	return most === undefined ? [] : rankCandidates(db, understood, most, { order, limit, onlyAll: false });
}

function matchOf([first]: readonly RankedPaper[], { didYouMean }: Understood): SearchPage["match"] {
	if (first === undefined) return "none";
	if (!first.all) return "most";
	return didYouMean === null ? "all" : "spelling";
}
