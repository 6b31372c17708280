import { describe, expect, it } from "vitest";
import { readReference } from "@/lib/submissions/references";

const SITE = "https://papers.example";
const read = (text: string) => readReference(text, SITE);

describe("readReference", () => {
	it.each([
		"2412.14093",
		" 2412.14093v3\n",
		"arXiv:2412.14093",
		"https://arxiv.org/abs/2412.14093v1",
		"arxiv.org/pdf/2412.14093.pdf",
		"https://www.alphaxiv.org/abs/2412.14093",
		"https://huggingface.co/papers/2412.14093#community",
		"https://doi.org/10.48550/arXiv.2412.14093",
		"https://papers.example/papers/2412.14093?x=1#top",
		"Alignment faking in large language models https://arxiv.org/abs/2412.14093",
		"https://arxiv.org/abs/2412.14093 and its PDF, https://arxiv.org/pdf/2412.14093v2",
	])("reads %j", (text) => {
		expect(read(text)).toBe("2412.14093");
	});

	it("reads old ids, and those of other sources as this site writes them", () => {
		expect(read("hep-th/9901001")).toBe("hep-th/9901001");
		expect(read("https://papers.example/papers/hep-th/9901001")).toBe("hep-th/9901001");
		expect(read("acl-2026-long-1")).toBe("acl-2026-long-1");
	});

	it.each([
		"",
		"   ",
		"a title",
		"a state-of-the-art paper",
		"2412.99999999",
		"https://evil.example/papers/2412.14093",
		"https://papers.example/papers/date/2026-06-08",
		"https://papers.example/2412.14093",
		"2412.14093 2412.14094",
		"javascript:alert(1)",
		"x".repeat(10_000),
	])("finds no paper in %j", (text) => {
		expect(read(text)).toBeUndefined();
	});
});
