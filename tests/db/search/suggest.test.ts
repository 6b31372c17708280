import { beforeAll, expect, it, test } from "vitest";
import type { PaperId } from "@/lib/papers/ids";
import { listHits } from "@/lib/search/hits";
import { parseQuery } from "@/lib/search/query";
import { suggest } from "@/lib/search/suggest";
import { indexAll, listPaper } from "./scene";

beforeAll(async () => {
	await listPaper("2606.00001", {
		title: "Diffusion Policies <b>for</b> Robots",
		abstract: "Robotic hands. A robot's fine-tuned naïve hand.",
		authors: ["Yann LeCun", "José Álvarez"],
		topics: ["robot learning"],
		upvotes: 1,
	});
	await listPaper("2606.00002", {
		title: "Robust Diffusion",
		authors: ["Yann Dubois"],
		topics: ["diffusion"],
		upvotes: 9,
	});
	await listPaper("2606.00003", { title: "Hidden Diffusion", authors: ["Yann Hidden"], hidden: true });
	await indexAll();
});

const titles = async (text: string) => (await suggest(text, 5)).papers.map(({ title }) => title);
const authors = async (text: string) => (await suggest(text, 5)).authors.map(({ name }) => name).sort();
const topics = async (text: string) => (await suggest(text, 5)).topics.map(({ name }) => name);

it("suggests papers by the beginning of any word of their titles, the most upvoted first", async () => {
	expect(await titles("diff")).toEqual(["Robust Diffusion", "Diffusion Policies <b>for</b> Robots"]);
	expect(await titles("robots diffu")).toEqual(["Diffusion Policies <b>for</b> Robots"]);
	expect(await titles("hidd")).toEqual([]);
});

it("suggests authors by the beginning of any part of their names", async () => {
	expect(await authors("yann")).toEqual(["Yann Dubois", "Yann LeCun"]);
	expect(await authors("yann lec")).toEqual(["Yann LeCun"]);
	expect(await authors("alv")).toEqual(["José Álvarez"]);
});

it("suggests topics by the beginning of any of their words", async () => {
	expect(await topics("learn")).toEqual(["robot learning"]);
	expect(await topics("rob")).toEqual(["robot learning"]);
	expect(await topics("%")).toEqual([]);
});

it("gives no more than asked for", async () => {
	expect((await suggest("diff", 1)).papers).toHaveLength(1);
});

test.for(["", " ", "-", "\u0000", "'", "🙂", "々"])("%j suggests nothing", async (text) => {
	expect(await suggest(text, 5)).toEqual({ papers: [], authors: [], topics: [] });
});

it("tells where a paper's texts match, in all forms of the words, and gives the texts as they are", async () => {
	const { query } = parseQuery("robots finetuning NAIVE");
	const [hit] = await listHits(query, ["2606.00001" as PaperId]);
	expect(hit?.title).toBe("Diffusion Policies <b>for</b> Robots");
	expect(hit?.titleMarks.map(([start, end]) => hit.title.slice(start, end))).toEqual(["Robots"]);
	expect(hit?.abstractMarks.map(([start, end]) => hit.abstract.slice(start, end))).toEqual([
		"Robotic",
		"robot",
		"fine-tuned",
		"naïve",
	]);
});

it("gives hits in the order asked for, without what is not shown", async () => {
	const ids = ["2606.00002", "2606.00003", "2606.00001"] as PaperId[];
	expect((await listHits(parseQuery("x").query, ids)).map(({ id }) => id)).toEqual(["2606.00002", "2606.00001"]);
});
