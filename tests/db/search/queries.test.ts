import { beforeAll, describe, expect, it, test } from "vitest";
import { db } from "@/lib/db/client";
import { searchPapers } from "@/lib/search/queries";
import { parseQuery } from "@/lib/search/query";
import type { SearchOrder } from "@/lib/search/types";
import { indexAll, listPaper } from "./scene";

const search = (text: string, order: SearchOrder = "relevance", limit = 10, offset = 0) =>
	searchPapers(parseQuery(text).query, { order, limit, offset });
const find = async (text: string, order?: SearchOrder) => (await search(text, order)).ids;

it("finds nothing in an empty archive, and says so", async () => {
	expect(await search("transformers")).toEqual({ ids: [], hasMore: false, match: "none", didYouMean: null });
});

describe("in an archive of a few papers", () => {
	beforeAll(async () => {
		await listPaper("2606.00001", {
			title: "Diffusion Policies for Robots",
			abstract: "We train robots to grasp objects with a denoising process. Fine-tuning takes minutes.",
			authors: ["José Álvarez", "Yann LeCun"],
			org: "Robot Institute",
			topics: ["robotics"],
			keywords: ["visuomotor control"],
			upvotes: 5,
			on: "2026-06-01",
			repo: "a/b",
			aiSummary: "Zebrafish.",
		});
		await listPaper("2606.00002", {
			title: "A Survey of Language Models",
			abstract: "Large models of language, among them some that use diffusion. Robots are not looked at.",
			authors: ["Yann Dubois", "Bo LeCun"],
			org: "Language Lab",
			topics: ["large language models"],
			upvotes: 50,
			on: "2026-06-02",
		});
		await listPaper("2606.00003", {
			title: "Finetuning Transformers at Scale",
			abstract: "A chain of thought about attention.",
			authors: ["Ada Lovelace"],
			upvotes: 20,
			on: "2026-05-20",
		});
		await listPaper("2606.00004", { title: "Hidden Transformers", hidden: true });
		await listPaper("2606.00005", { title: "Unlisted Transformers", unlisted: true });
		await indexAll();
	});

	test.for<[string, string[]]>([
		["robots grasp", ["2606.00001"]],
		["visuomotor", ["2606.00001"]],
		["alvarez", ["2606.00001"]],
		["ÁLVAREZ", ["2606.00001"]],
		["language lab", ["2606.00002"]],
		['"diffusion policies"', ["2606.00001"]],
		['"policies diffusion"', []],
		["diffusion -survey", ["2606.00001"]],
		['diffusion -"large models"', ["2606.00001"]],
		["author:lecun diffusion", ["2606.00001", "2606.00002"]],
		['author:"Yann LeCun"', ["2606.00001"]],
		["author:josé", ["2606.00001"]],
		["-author:josé diffusion", ["2606.00002"]],
		["org:robot", ["2606.00001"]],
		["org:language-lab", ["2606.00002"]],
		["-org:language-lab diffusion", ["2606.00001"]],
		["org:nowhere", []],
		["topic:robotics", ["2606.00001"]],
		['topic:"large language model"', ["2606.00002"]],
		["topic:LLMs", ["2606.00002"]],
		["has:code", ["2606.00001"]],
		["diffusion -has:code", ["2606.00002"]],
		["min:20", ["2606.00002", "2606.00003"]],
		["since:2026-06", ["2606.00002", "2606.00001"]],
		["until:2026-05", ["2606.00003"]],
		["since:2026-06-01 until:2026-06-01", ["2606.00001"]],
		["since:2027", []],
		["2606.00003", ["2606.00003"]],
		["https://arxiv.org/abs/2606.00003v2", ["2606.00003"]],
		["2606.00004", []],
		["2606.00005", []],
		["zebrafish", []],
		["the of and", []],
		["transformers", ["2606.00003"]],
	])("%s finds %j", async ([text, ids]) => {
		expect(new Set(await find(text))).toEqual(new Set(ids));
	});

	test.for(["fine-tuning", "finetuning", "fine tuning", "Fine-Tuned"])(
		"hyphens make no difference: %s",
		async (text) => {
			expect(new Set(await find(text))).toEqual(new Set(["2606.00001", "2606.00003"]));
		},
	);

	it("puts all words before most words, and titles before abstracts", async () => {
		expect(await search("diffusion robots")).toMatchObject({ ids: ["2606.00001", "2606.00002"], match: "all" });
		expect(await search("how can robots learn diffusion for surgery with transformers")).toMatchObject({
			ids: expect.arrayContaining(["2606.00001"]),
			match: "most",
		});
	});

	it("forgives misspelled words, and says which it took", async () => {
		expect(await search("difusion polices")).toEqual({
			ids: ["2606.00001"],
			hasMore: false,
			match: "spelling",
			didYouMean: "diffusion policies",
		});
		expect((await search('"chain of thougth"')).didYouMean).toBe('"chain of thought"');
	});

	it("leaves words alone that nothing is near to", async () => {
		expect(await search("qqqqqqq")).toEqual({ ids: [], hasMore: false, match: "none", didYouMean: null });
	});

	it("gives the most upvoted and the newest first when asked to", async () => {
		expect(await find("diffusion", "top")).toEqual(["2606.00002", "2606.00001"]);
		expect(await find("since:2026", "top")).toEqual(["2606.00002", "2606.00003", "2606.00001"]);
		expect(await find("since:2026", "new")).toEqual(["2606.00002", "2606.00001", "2606.00003"]);
	});

	it("gives pages that follow each other", async () => {
		expect(await search("since:2026", "new", 2)).toMatchObject({ ids: ["2606.00002", "2606.00001"], hasMore: true });
		expect(await search("since:2026", "new", 2, 2)).toMatchObject({ ids: ["2606.00003"], hasMore: false });
		expect(await search("since:2026", "new", 2, 4)).toMatchObject({ ids: [], hasMore: false });
	});
});

describe("what changes", () => {
	it("shows no paper any more from the moment it is hidden, and again once it is indexed", async () => {
		await listPaper("2606.00010", { title: "Ephemeral papers" });
		await indexAll();
		expect(await find("ephemeral")).toEqual(["2606.00010"]);
		await db().paper.update({ where: { id: "2606.00010" }, data: { hiddenAt: new Date() } });
		expect(await find("ephemeral")).toEqual([]);
		await indexAll();
		await db().paper.update({ where: { id: "2606.00010" }, data: { hiddenAt: null } });
		await indexAll();
		expect(await find("ephemeral")).toEqual(["2606.00010"]);
	});

	it("asks for papers to be derived anew when they are hidden, moved, or their organisation is renamed", async () => {
		await listPaper("2606.00011", { title: "Derived", org: "Old Name" });
		const isDerived = async () =>
			(await db().paper.findUniqueOrThrow({ where: { id: "2606.00011" } })).indexedAt !== null;
		const derive = () => db().paper.update({ where: { id: "2606.00011" }, data: { indexedAt: new Date() } });
		for (const change of [
			() => db().paper.update({ where: { id: "2606.00011" }, data: { hiddenAt: new Date() } }),
			() => db().paper.update({ where: { id: "2606.00011" }, data: { editionDate: new Date("2026-05-20T00:00:00Z") } }),
			() => db().organization.update({ where: { slug: "old-name" }, data: { name: "New Name" } }),
		]) {
			await derive();
			expect(await isDerived()).toBe(true);
			await change();
			expect(await isDerived()).toBe(false);
		}
		await derive();
		await db().paper.update({ where: { id: "2606.00011" }, data: { importedUpvotes: 3 } });
		expect(await isDerived()).toBe(true);
	});
});

it("takes a name of several words for that of one author, in each order", async () => {
	const written = Array.from({ length: 25 }, (_, number) => `2607.000${number + 10}`);
	for (const id of written) await listPaper(id, { title: "One", authors: ["Mary Jones"] });
	await listPaper("2607.00001", { title: "Other", authors: ["Mary Miller", "Bo Jones"], upvotes: 99 });
	await indexAll();
	for (const order of ["relevance", "top", "new"] as const) {
		expect((await search('author:"Mary Jones"', order, 30)).ids.sort()).toEqual(written);
		expect((await search('author:"Mary Jones"', order, 1)).ids).not.toContain("2607.00001");
	}
});
