import { expect, it } from "vitest";
import { parseSubjectAddress } from "@/lib/feed/subject-address";

it("reads whose papers, in which order and on which page", () => {
	expect(parseSubjectAddress("/authors", { slug: "ada-lovelace" })).toEqual({
		slug: "ada-lovelace",
		segment: "ada-lovelace",
		base: "/authors/ada-lovelace",
		view: { order: "top", page: 1 },
		path: "/authors/ada-lovelace",
		isMisspelled: false,
	});
	expect(parseSubjectAddress("/topics", { slug: "agent", view: ["new", "2"] })).toMatchObject({
		path: "/topics/agent/new/2",
		isMisspelled: false,
	});
});

it("knows names beyond ASCII by how they stand in addresses", () => {
	expect(parseSubjectAddress("/authors", { slug: "%E7%8E%8B" })).toMatchObject({
		slug: "王",
		base: "/authors/%E7%8E%8B",
	});
});

it("sees other spellings of an address, and what is none", () => {
	const misspelled = parseSubjectAddress("/orgs", { slug: "Lab", view: ["top", "1"] });
	expect(misspelled).toMatchObject({ path: "/orgs/Lab", isMisspelled: true });
	for (const view of [["rising"], ["top", "0"], ["top", "2", "3"]])
		expect(parseSubjectAddress("/orgs", { slug: "Lab", view })).toBeUndefined();
	for (const slug of ["%", "%00", "x".repeat(301)]) expect(parseSubjectAddress("/orgs", { slug })).toBeUndefined();
});
