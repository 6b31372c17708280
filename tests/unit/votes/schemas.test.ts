import { describe, expect, it } from "vitest";
import { parsePaperIds, voteForm, voteRequest } from "@/lib/votes/schemas";

describe("voteRequest", () => {
	it("reads a paper and a wish", () => {
		expect(voteRequest.parse({ paper: "2412.14093", upvoted: false })).toEqual({ paper: "2412.14093", upvoted: false });
	});

	it.each([
		undefined,
		null,
		[],
		"2412.14093",
		{ paper: "2412.14093" },
		{ paper: "2412.14093", upvoted: "true" },
		{ paper: "2412.14093v2", upvoted: true },
		{ paper: "../../etc/passwd", upvoted: true },
		{ paper: 2412.14093, upvoted: true },
	])("refuses %j", (body) => {
		expect(voteRequest.safeParse(body).success).toBe(false);
	});
});

describe("voteForm", () => {
	it("leaves the wish open where the form does not say", () => {
		expect(voteForm.parse({ paper: "hep-th/9901001" })).toEqual({ paper: "hep-th/9901001" });
	});

	it("reads the wish, and a way back on this site only", () => {
		expect(voteForm.parse({ paper: "2412.14093", upvoted: "false", next: "/papers" })).toEqual({
			paper: "2412.14093",
			upvoted: false,
			next: "/papers",
		});
		expect(voteForm.parse({ paper: "2412.14093", next: "//evil.com" }).next).toBeUndefined();
	});

	it("refuses another wish than yes or no", () => {
		expect(voteForm.safeParse({ paper: "2412.14093", upvoted: "1" }).success).toBe(false);
	});
});

describe("parsePaperIds", () => {
	it("reads ids of all kinds, each once, and leaves out what is none", () => {
		const text = "2412.14093,hep-th/9901001,,nonsense!,2412.14093,acl-2026-long-1";
		expect(parsePaperIds(text)).toEqual(["2412.14093", "hep-th/9901001", "acl-2026-long-1"]);
	});

	it("reads nothing as no ids", () => {
		expect(parsePaperIds(null)).toEqual([]);
		expect(parsePaperIds("")).toEqual([]);
	});

	it("takes 200, not 201", () => {
		const ids = Array.from({ length: 201 }, (_, index) => `2412.${String(index).padStart(5, "0")}`);
		expect(parsePaperIds(ids.slice(0, 200).join(","))).toHaveLength(200);
		expect(parsePaperIds(ids.join(","))).toBeUndefined();
	});
});
