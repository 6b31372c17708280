import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arxivAbstractUrl, arxivPdfUrl, isArxivId, type PaperId, parsePaperId } from "@/lib/papers/ids";

describe("parsePaperId", () => {
	it.each(["2412.14093", "0704.0001", "hep-th/9901001", "math.GT/0309136", "sample-paper-1"])("takes %s", (id) =>
		expect(parsePaperId(id)).toBe(id),
	);

	it.each([
		"not an id",
		"2413.00001",
		"2412.14093v2",
		"hep-th/9913001",
		"../etc/passwd",
		"2412.14093/",
		"",
		"submit",
		"a".repeat(10_000),
	])("refuses %j", (text) => expect(parsePaperId(text)).toBeUndefined());

	it("takes only what can stand in an address as it is", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				const id = parsePaperId(text);
				if (id !== undefined) expect(encodeURI(id)).toBe(id);
			}),
		);
	});
});

describe("links", () => {
	it("lead to arXiv for its papers, old ids included", () => {
		expect(arxivAbstractUrl("hep-th/9901001" as PaperId)).toBe("https://arxiv.org/abs/hep-th/9901001");
		expect(arxivPdfUrl("2412.14093" as PaperId)).toBe("https://arxiv.org/pdf/2412.14093");
		expect(isArxivId("sample-paper-1")).toBe(false);
	});
});
