import { expect, test } from "vitest";
import { listNearQueries } from "@/lib/search/near-queries";
import { parseQuery } from "@/lib/search/query";

const near = (text: string) => listNearQueries(parseQuery(text).query);

test("each thing is left out once, filters before words", () => {
	expect(near('vision author:"Ann Lee" -video since:2026-06-01')).toEqual([
		{ text: "vision since:2026-06-01 -video", without: 'author:"Ann Lee"' },
		{ text: 'vision author:"Ann Lee" -video', without: "since:2026-06-01" },
		{ text: 'author:"Ann Lee" since:2026-06-01 -video', without: "vision" },
		{ text: 'vision author:"Ann Lee" since:2026-06-01', without: "-video" },
	]);
});

test.for(["", "vision", "author:lee", "2412.14093"])("%s has nothing to leave out", (text) => {
	expect(near(text)).toEqual([]);
});
