import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";

beforeAll(async () => {
	await db().user.create({ data: { id: "voter", name: "", email: "voter@example.org" } });
	await db().user.create({ data: { id: "other", name: "", email: "other@example.org" } });
	await db().paper.create({ data: { id: "2606.00001", title: "A title", abstract: "" } });
	await db().paper.create({ data: { id: "2606.00009", title: "A title", abstract: "" } });
	await db().vote.create({ data: { userId: "other", paperId: "2606.00009" } });
});

it.each([
	["an address in capitals", () => db().subscriber.create({ data: { email: "Reader@example.org" } })],
	["a user's address in capitals", () => db().user.create({ data: { id: "x", name: "", email: "X@example.org" } })],
	[
		"a confirmed subscriber without an instant",
		() => db().subscriber.create({ data: { email: "a@b.org", state: "confirmed" } }),
	],
	[
		"a count below zero",
		() => db().paper.create({ data: { id: "2606.00002", title: "T", abstract: "", importedUpvotes: -1 } }),
	],
	[
		"imported votes of no source",
		() => db().paper.create({ data: { id: "2606.00002", title: "T", abstract: "", importedUpvotes: 1 } }),
	],
	["a paper without a title", () => db().paper.create({ data: { id: "2606.00002", title: "", abstract: "" } })],
	[
		"a listing on a day without its instant",
		() => db().paper.create({ data: { id: "2606.00002", title: "T", abstract: "", listedAt: new Date() } }),
	],
	["a state that nobody knows", () => db().$executeRaw`UPDATE subscribers SET state = 'maybe'`],
	["a vote moved to another paper", () => db().vote.updateMany({ data: { paperId: "2606.00001" } })],
	["a vote moved to another instant", () => db().vote.updateMany({ data: { createdAt: new Date() } })],
	["a vote moved to another person", () => db().vote.updateMany({ data: { userId: "voter" } })],
	["a vote taken from somebody who is there", () => db().vote.updateMany({ data: { userId: null } })],
	["a held vote without a hold", () => db().vote.updateMany({ data: { standing: "held" } })],
])("the database refuses %s", async (_what, write) => {
	await expect(write()).rejects.toThrow();
});

it("counts one vote a person and paper, whoever writes the rows, and keeps it when the person goes", async () => {
	const upvotes = async () => (await db().paper.findUniqueOrThrow({ where: { id: "2606.00001" } })).localUpvotes;
	await db().$executeRaw`INSERT INTO votes (user_id, paper_id) VALUES ('voter', '2606.00001')`;
	expect(await upvotes()).toBe(1);
	await expect(db().vote.create({ data: { userId: "voter", paperId: "2606.00001" } })).rejects.toThrow();
	expect(await upvotes()).toBe(1);
	await db().user.delete({ where: { id: "voter" } });
	expect(await upvotes()).toBe(1);
	await db().$executeRaw`DELETE FROM votes WHERE paper_id = '2606.00001'`;
	expect(await upvotes()).toBe(0);
});
