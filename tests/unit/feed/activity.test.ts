import { expect, it } from "vitest";
import { countByMonth, sumPapers } from "@/lib/feed/activity";
import { countTopics } from "@/lib/feed/day-topics";
import type { UtcDate } from "@/lib/time";

it("adds days up to months, with the empty ones between", () => {
	const day = (date: string, papers: number) => ({ date: date as UtcDate, papers });
	const months = countByMonth([day("2026-02-27", 2), day("2025-12-01", 1), day("2026-02-01", 3)]);
	expect(months).toEqual([
		{ month: "2025-12", papers: 1 },
		{ month: "2026-01", papers: 0 },
		{ month: "2026-02", papers: 5 },
	]);
	expect(sumPapers(months)).toBe(6);
	expect(countByMonth([])).toEqual([]);
});

it("counts the topics that papers of a list have in common, the commonest first", () => {
	const about = (...slugs: string[]) => ({ topics: slugs.map((slug) => ({ slug, name: slug })) });
	expect(countTopics([about("b", "a"), about("a", "c"), about("a", "b", "d")])).toEqual([
		{ slug: "a", name: "a", papers: 3 },
		{ slug: "b", name: "b", papers: 2 },
	]);
});
