import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { listHits } from "@/lib/search/hits";
import { searchPapers } from "@/lib/search/queries";
import { formatQuery, parseQuery } from "@/lib/search/query";
import { suggest } from "@/lib/search/suggest";
import { hostileTexts } from "../../bench/search/hostile";
import { indexAll, listPaper } from "./scene";

beforeAll(async () => {
	await listPaper("2606.00001", { title: "It's a \\ 'quoted' title: 100% & more | less", authors: ["D'Arcy O'Neil"] });
	await indexAll();
});

it("takes whatever is typed", async () => {
	await fc.assert(
		fc.asyncProperty(hostileTexts, fc.constantFrom("relevance", "top", "new"), async (text, order) => {
			const { query } = parseQuery(text);
			const { ids, didYouMean } = await searchPapers(query, { order, limit: 5, offset: 0 });
			if (didYouMean !== null) expect(formatQuery(parseQuery(didYouMean).query)).toBe(didYouMean);
			await listHits(query, ids);
			await suggest(text, 5);
		}),
		{ numRuns: 300 },
	);
});
