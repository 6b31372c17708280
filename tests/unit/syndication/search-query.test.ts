import { describe, expect, it, test } from "vitest";
import { formatQuery } from "@/lib/search/query";
import { readListQuery } from "@/lib/syndication/list-query";
import { toSearchQuery } from "@/lib/syndication/search-query";
import { pagePathOf, titleOf } from "@/lib/syndication/titles";

const NOW = new Date("2026-06-10T12:00:00Z");
const NAMES = { topic: "Robotics", author: "Zoë First", org: "Some Lab" };

function read(text: string) {
	const asked = readListQuery(new URLSearchParams(text), { limit: 50, orderOfSearch: "new" }, NOW);
	if (!asked.ok) throw new Error(asked.error);
	return asked.query;
}

describe("a list that is narrowed by a search", () => {
	test.each([
		["q=robots", "robots"],
		["q=robots+min:3&min=5", "robots min:5"],
		["q=robots&topic=robotics", "robots topic:robotics"],
		["q=robots&author=zoe-first", 'robots author:"Zoë First"'],
		["q=robots+org:nvidia&org=some-lab", "robots org:nvidia org:some-lab"],
		["q=robots&window=2026-W24", "robots since:2026-06-08 until:2026-06-14"],
		["q=robots+since:2026-06-10+until:2026-07&window=2026-W24", "robots since:2026-06-10 until:2026-06-14"],
		["q=robots+since:2026-01+until:2026-06-09&window=2026-06", "robots since:2026-06-01 until:2026-06-09"],
		["q=2412.14093&min=5", "2412.14093"],
	])("%s is one search", (text, expected) => {
		const query = read(text);
		if (query.q === undefined) throw new Error("it has a search");
		const names = query.author === undefined ? {} : NAMES;
		expect(formatQuery(toSearchQuery(query.q, query, names))).toBe(expected);
	});

	it("names its search, and leads to the page that finds the same", () => {
		const query = read("q=“deep+learning”+-survey+min:3&topic=robotics&order=top");
		expect(titleOf(query, { topic: "Robotics" })).toBe(
			'Broadsheet: top papers for “"deep learning" -survey” about Robotics with at least 3 upvotes',
		);
		expect(pagePathOf(query, { topic: "Robotics" })).toBe(
			"/search?q=%22deep+learning%22+topic%3Arobotics+min%3A3+-survey",
		);
	});

	it("has no empty search in its title", () => {
		expect(titleOf(read("q=min:3"), {})).toBe("Broadsheet: papers with at least 3 upvotes");
	});
});
