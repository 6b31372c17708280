import { beforeEach, describe, expect, it } from "vitest";
import { deleteComment, editComment, postComment, reportComment } from "@/lib/comments/mutations";
import { findComment, listComments } from "@/lib/comments/queries";
import { db } from "@/lib/db/client";
import type { PaperId } from "@/lib/papers/ids";
import { addPaper } from "../votes/voters";
import { addCommenter, countComments, hide, later, NOW, readPage, write } from "./scene";

let paper: PaperId;
let ada: string;
let bob: string;
let count = 0;

beforeEach(async () => {
	count += 1;
	paper = await addPaper(`2611.${String(10_000 + count)}`);
	ada = await addCommenter(`ada${count}`, { name: "Ada Lovelace" });
	bob = await addCommenter(`bob${count}`);
});

const refusal = (reason: string) => ({ ok: false, reason });

describe("a comment", () => {
	it("is shown oldest first, with replies of one level under what they answer, and counted", async () => {
		const first = await write(ada, paper, "first");
		const second = await write(bob, paper, "second");
		const reply = await write(bob, paper, "reply", { to: first });
		await write(ada, paper, "reply to the reply", { to: reply });
		await write(ada, paper, "reply to second", { to: second });
		expect(await readPage(paper)).toEqual(["first", "> reply", "> reply to the reply", "second", "> reply to second"]);
		expect(await countComments(paper)).toEqual({ counter: 5, rows: 5 });
	});

	it("says who wrote it, and never an address", async () => {
		await db().user.update({ where: { id: bob }, data: { name: "bob@example.org" } });
		await write(ada, paper, "one");
		await write(bob, paper, "two");
		const { comments } = await listComments(paper);
		expect(comments).toMatchObject([
			{ by: { name: "Ada Lovelace", handle: `ada${count}`, isAuthor: false }, isEdited: false },
			{ by: { name: null, handle: `bob${count}`, isAuthor: false } },
		]);
	});

	it("marks the paper's authors whose claim is approved, and nobody else", async () => {
		const author = await db().author.create({ data: { slug: `ada-${count}`, name: "Ada" } });
		await db().paperAuthor.create({ data: { paperId: paper, position: 0, authorId: author.id, name: "Ada" } });
		const claim = { authorId: author.id, note: "I am" };
		await db().authorClaim.create({ data: { ...claim, userId: ada, state: "approved", decidedAt: NOW } });
		await db().authorClaim.create({ data: { ...claim, userId: bob } });
		const other = await addPaper(`2612.${String(10_000 + count)}`);
		for (const on of [paper, other]) await write(ada, on, "mine");
		await write(bob, paper, "mine too");
		const marks = async (id: PaperId) =>
			(await listComments(id)).comments.map((comment) => comment.state === "standing" && comment.by.isAuthor);
		expect([await marks(paper), await marks(other)]).toEqual([[true, false], [false]]);
	});

	it("takes an account, a handle and a paper that is shown", async () => {
		const nameless = crypto.randomUUID();
		await db().user.create({ data: { id: nameless, name: "", email: `${nameless}@example.org` } });
		const body = "words";
		expect(await postComment(nameless, { paper, body }, NOW)).toEqual(refusal("no-handle"));
		expect(await postComment("nobody", { paper, body }, NOW)).toEqual(refusal("no-account"));
		expect(await postComment(ada, { paper: "2699.00001" as PaperId, body }, NOW)).toEqual(refusal("unknown-paper"));
		const mine = await write(ada, paper, body);
		await db().paper.update({ where: { id: paper }, data: { hiddenAt: NOW } });
		expect(await postComment(bob, { paper, body }, NOW)).toEqual(refusal("unknown-paper"));
		expect(await editComment(ada, mine.id, "other", NOW)).toEqual(refusal("gone"));
		expect(await findComment(mine.id, ada, NOW)).toBeUndefined();
	});

	it("answers only what stands on the same paper", async () => {
		const elsewhere = await write(ada, await addPaper(`2610.${String(10_000 + count)}`), "elsewhere");
		const gone = await write(ada, paper, "gone");
		await deleteComment(ada, gone.id, NOW);
		const hidden = await write(ada, paper, "hidden");
		await hide(hidden);
		for (const to of [elsewhere.id, gone.id, hidden.id, 999_999]) {
			expect(await postComment(bob, { paper, body: "reply", to }, NOW)).toEqual(refusal("gone"));
		}
	});

	it("with more markup than a page bears is refused, not cut", async () => {
		const body = "- - - - - a\n".repeat(800);
		expect(await postComment(ada, { paper, body }, NOW)).toEqual(refusal("too-much-markup"));
		expect(await readPage(paper)).toEqual([]);
	});
});

describe("pressing twice", () => {
	it("posts the same text at the same place once, also at the same instant; a minute later it is another", async () => {
		const [one, other] = await Promise.all([write(ada, paper, "twice"), write(ada, paper, "twice")]);
		expect(other).toEqual(one);
		expect(await readPage(paper)).toEqual(["twice"]);
		await write(ada, paper, "twice", { to: one });
		await write(bob, paper, "twice");
		await write(ada, paper, "twice", { now: later(1) });
		expect(await readPage(paper)).toEqual(["twice", "> twice", "twice", "twice"]);
	});
});

describe("limits", () => {
	it("let one write ten in ten minutes, however many come at once, and again when these are over", async () => {
		const tries = Array.from({ length: 14 }, (_, index) => postComment(ada, { paper, body: `no. ${index}` }, NOW));
		const results = await Promise.all(tries);
		expect(results.filter(({ ok }) => ok)).toHaveLength(10);
		expect(results.filter(({ ok }) => !ok)).toEqual(Array(4).fill(refusal("too-many")));
		expect(await countComments(paper)).toEqual({ counter: 10, rows: 10 });
		await write(ada, paper, "eleven", { now: later(10) });
	});

	it("let one write fifty a day, deleted ones among them", async () => {
		for (let index = 0; index < 50; index += 1) {
			const place = await write(ada, paper, `no. ${index}`, { now: later(index * 2) });
			if (index < 10) await deleteComment(ada, place.id, later(index * 2));
		}
		expect(await postComment(ada, { paper, body: "more" }, later(120))).toEqual(refusal("too-many"));
		await write(ada, paper, "the next day", { now: later(24 * 60) });
	});

	it("let a new account write five on its first day", async () => {
		const fresh = await addCommenter(`fresh${count}`, { createdAt: later(-60) });
		for (let index = 0; index < 5; index += 1) await write(fresh, paper, `no. ${index}`);
		expect(await postComment(fresh, { paper, body: "more" }, NOW)).toEqual(refusal("too-many"));
		await write(fresh, paper, "a day old", { now: later(23 * 60) });
	});
});

describe("changing a comment", () => {
	it("is for who wrote it, for fifteen minutes, and is said", async () => {
		const mine = await write(ada, paper, "worng");
		expect(await editComment(bob, mine.id, "mine now", NOW)).toEqual(refusal("not-yours"));
		expect(await editComment(ada, mine.id, "wrong", later(14.9))).toMatchObject({ ok: true });
		expect(await editComment(ada, mine.id, "right", later(15))).toEqual(refusal("too-late"));
		expect((await listComments(paper)).comments).toMatchObject([{ html: "<p>wrong</p>\n", isEdited: true }]);
		expect(await findComment(mine.id, ada, later(14))).toMatchObject({ isMine: true, source: "wrong" });
		expect(await findComment(mine.id, ada, later(15))).not.toHaveProperty("source");
		expect(await findComment(mine.id, bob, NOW)).not.toHaveProperty("source");
	});

	it("to the same text changes nothing", async () => {
		const mine = await write(ada, paper, "same");
		await editComment(ada, mine.id, "same", later(1));
		expect((await listComments(paper)).comments).toMatchObject([{ isEdited: false }]);
	});
});

describe("deleting a comment", () => {
	it("takes it away, or leaves its place while replies stand under it", async () => {
		const first = await write(ada, paper, "first");
		const reply = await write(bob, paper, "reply", { to: first });
		expect(await deleteComment(bob, first.id, NOW)).toEqual(refusal("not-yours"));
		await deleteComment(ada, first.id, later(60 * 24 * 300));
		expect(await readPage(paper)).toEqual(["[deleted]", "> reply"]);
		expect(await countComments(paper)).toEqual({ counter: 1, rows: 1 });
		expect(await db().comment.findUnique({ where: { id: first.id } })).toMatchObject({ body: "" });
		await deleteComment(bob, reply.id, NOW);
		expect(await readPage(paper)).toEqual([]);
		expect(await deleteComment(ada, first.id, NOW)).toEqual(refusal("gone"));
	});

	it("is what deleting the account does to all of them", async () => {
		const first = await write(ada, paper, "first");
		await write(ada, paper, "alone");
		await write(bob, paper, "reply", { to: first });
		await db().user.delete({ where: { id: ada } });
		expect(await readPage(paper)).toEqual(["[deleted]", "> reply"]);
		expect(await db().comment.count({ where: { paperId: paper, body: { not: "" } } })).toBe(1);
		expect(await countComments(paper)).toEqual({ counter: 1, rows: 1 });
	});
});

describe("reporting a comment", () => {
	it("counts once a person, and not for one's own or what is gone", async () => {
		const { id } = await write(ada, paper, "rude");
		expect(await reportComment(ada, id, "why", NOW)).toEqual(refusal("own"));
		expect(await reportComment(bob, id, "rude", NOW)).toMatchObject({ ok: true });
		expect(await reportComment(bob, id, "rude again", NOW)).toMatchObject({ ok: true });
		expect(await db().commentReport.findMany({ where: { commentId: id } })).toMatchObject([{ reason: "rude" }]);
		await deleteComment(ada, id, NOW);
		expect(await reportComment(await addCommenter(`eve${count}`), id, "why", NOW)).toEqual(refusal("gone"));
	});

	it("is possible twenty times a day", async () => {
		const ids: number[] = [];
		for (let index = 0; index < 21; index += 1) {
			ids.push((await write(ada, paper, `no. ${index}`, { now: later(index * 2) })).id);
		}
		const results = await Promise.all(ids.map((id) => reportComment(bob, id, "spam", NOW)));
		expect(results.filter(({ ok }) => ok)).toHaveLength(20);
	});
});

describe("many comments", () => {
	it("come in pages that lose and repeat none, also where a page ends among replies", async () => {
		const first = await write(ada, paper, "first");
		const rows = Array.from({ length: 230 }, (_, index) => ({
			paperId: paper,
			authorId: bob,
			parentId: index % 3 === 0 ? null : first.id,
			body: `no. ${index}`,
		}));
		await db().comment.createMany({ data: rows });
		const seen: number[] = [];
		let pages = 0;
		for (let after: number | undefined = 0; after !== undefined; pages += 1) {
			const page = await listComments(paper, after);
			seen.push(...page.comments.map(({ id }) => id));
			after = page.next;
		}
		expect(pages).toBe(3);
		expect(new Set(seen).size).toBe(231);
		expect(seen).toHaveLength(231);
	});

	it("long ones fill a page sooner, and the longest that may be written still comes", async () => {
		const body = "word ".repeat(1999);
		await db().comment.createMany({ data: Array.from({ length: 8 }, () => ({ paperId: paper, authorId: bob, body })) });
		const { comments, next } = await listComments(paper);
		expect(comments).toHaveLength(3);
		expect((await listComments(paper, next)).comments).toHaveLength(3);
	});
});
