import { describe, expect, it } from "vitest";
import { pastedText, previewedPaper } from "@/lib/submissions/schemas";

describe("pastedText", () => {
	it("takes what was typed as it is, cuts what is endless, and takes what is no text for none", () => {
		expect(pastedText.parse(" 2412.14093 ")).toBe(" 2412.14093 ");
		expect(pastedText.parse("x".repeat(10_000))).toHaveLength(500);
		expect(pastedText.parse(["a", "b"])).toBe("");
		expect(pastedText.parse(undefined)).toBe("");
	});
});

describe("previewedPaper", () => {
	const paper = {
		id: "2611.00001",
		title: "T",
		abstract: "A",
		authors: ["Ada"],
		publishedAt: "2026-11-20T10:00:00.000Z",
	};

	it("reads what a token carried through JSON", () => {
		expect(previewedPaper.parse(paper).publishedAt).toEqual(new Date("2026-11-20T10:00:00Z"));
	});

	it.each([
		{ ...paper, id: "acl-2026-long-1" },
		{ ...paper, title: "" },
		{ ...paper, publishedAt: "yesterday" },
		{ ...paper, authors: "Ada" },
		{},
		null,
	])("refuses %j", (value) => {
		expect(previewedPaper.safeParse(value).success).toBe(false);
	});
});
