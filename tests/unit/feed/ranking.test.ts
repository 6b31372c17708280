import fc from "fast-check";
import { expect, it } from "vitest";
import { compareTop } from "@/lib/feed/ranking";
import type { PaperId } from "@/lib/papers/ids";
import type { PaperSummary } from "@/lib/papers/types";

const papers = fc
	.uniqueArray(fc.record({ id: fc.stringMatching(/^2606\.\d{5}$/), total: fc.nat(3), listed: fc.nat(2) }), {
		selector: (p) => p.id,
	})
	.map((rows) =>
		rows.map(
			({ id, total, listed }): PaperSummary => ({
				id: id as PaperId,
				title: "A title",
				abstract: "An abstract.",
				publishedOn: null,
				authorCount: null,
				organization: null,
				commentCount: 0,
				code: null,
				projectPage: null,
				upvotes: { total, local: total, imported: 0, importSource: null },
				listedAt: new Date(listed),
			}),
		),
	);

it("orders by upvotes, then the earlier listing, then id, whatever order the papers come in", () => {
	fc.assert(
		fc.property(papers, fc.gen(), (list, gen) => {
			const shuffled = gen(() => fc.shuffledSubarray(list, { minLength: list.length }));
			const sorted = shuffled.sort(compareTop);
			const keys = sorted.map((p) => [-p.upvotes.total, p.listedAt.getTime(), p.id] as const);
			for (const [index, key] of keys.entries()) {
				const next = keys[index + 1];
				if (next === undefined) continue;
				const difference = key.findIndex((part, i) => part !== next[i]);
				const mine = key[difference];
				const theirs = next[difference];
				expect(mine !== undefined && theirs !== undefined && mine < theirs).toBe(true);
			}
		}),
	);
});
