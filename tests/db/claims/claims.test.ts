import { beforeEach, describe, expect, it } from "vitest";
import { findAuthor } from "@/lib/authors/queries";
import { decideClaim } from "@/lib/claims/decide-claim";
import { askClaim, withdrawClaim } from "@/lib/claims/mutations";
import { findClaimPage, listClaims, listPagesOf } from "@/lib/claims/queries";
import { OPEN_CLAIMS_MAX, ORCID_APPROVALS_A_DAY } from "@/lib/claims/rules";
import type { ClaimDecision } from "@/lib/claims/types";
import { db } from "@/lib/db/client";
import type { PaperId } from "@/lib/papers/ids";
import { findPaper } from "@/lib/papers/queries";
import { addPerson } from "../submissions/scene";
import { addAuthor, claimActs, daysLater, NOW } from "./scene";

const ORCID = "0000-0002-1825-0097";
const PROOF = { orcid: ORCID, name: "Carberry, Josiah" };

let count = 0;
let paper: PaperId;
let author: { id: string; slug: string };
let ada: string;
let bob: string;
let curator: string;

beforeEach(async () => {
	count += 1;
	paper = `2611.${String(30_000 + count)}` as PaperId;
	author = await addAuthor("Josiah Carberry", `josiah-carberry-${count}`, paper);
	[ada, bob, curator] = [await addPerson(), await addPerson(), await addPerson("curator")];
});

const ask = (user: string, proof?: typeof PROOF, now = NOW, slug = author.slug) =>
	askClaim(user, { author: slug, note: "It is me.", proof }, now);

const claimOf = (userId: string) =>
	db().authorClaim.findUniqueOrThrow({ where: { userId_authorId: { userId, authorId: author.id } } });

async function decide(userId: string, decision: ClaimDecision, now = NOW, by = curator) {
	return decideClaim(by, (await claimOf(userId)).id, decision, now);
}

describe("without ORCID", () => {
	it("a claim waits, can be changed, and once approved marks author and papers", async () => {
		expect(await ask(ada)).toEqual({ ok: true, value: "asked" });
		await askClaim(ada, { author: author.slug, note: "See example.org." }, daysLater(1));
		expect(await claimOf(ada)).toMatchObject({ state: "asked", note: "See example.org.", orcid: null, createdAt: NOW });
		expect(await findAuthor(author.slug)).toMatchObject({ knownAs: [] });
		expect((await findPaper(paper))?.authors).toEqual([{ name: "Josiah Carberry", slug: author.slug }]);

		await db().user.update({ where: { id: ada }, data: { handle: `ada${count}`, handleKey: `ada${count}` } });
		expect(await decide(ada, "approved")).toMatchObject({ ok: true, value: { slug: author.slug } });
		expect(await findAuthor(author.slug)).toMatchObject({ knownAs: [`ada${count}`] });
		expect((await findPaper(paper))?.authors).toEqual([{ name: "Josiah Carberry", slug: author.slug, isKnown: true }]);
		expect(await listPagesOf(author.slug)).toEqual(["/authors/[slug]/[[...view]]", `/papers/${paper}`]);
		const { id } = await claimOf(ada);
		const detail = { claim: id, author: author.slug, name: "Josiah Carberry" };
		expect(await claimActs(author.slug)).toEqual([{ act: "approve_claim", actorId: curator, detail }]);
	});

	it("one that was refused rests for 30 days, and then waits again", async () => {
		await ask(ada);
		await decide(ada, "refused");
		expect(await ask(ada, PROOF, daysLater(29))).toEqual({ ok: false, reason: "resting" });
		expect(await findClaimPage(ada, author.slug, daysLater(29))).toMatchObject({ restsUntil: daysLater(30) });
		expect(await ask(ada, PROOF, daysLater(30))).toEqual({ ok: true, value: "asked" });
		expect(await ask(ada, PROOF, daysLater(31))).toEqual({ ok: true, value: "asked" });
		await withdrawClaim(ada, author.slug, daysLater(31));
		expect(await ask(ada, PROOF, daysLater(32))).toEqual({ ok: false, reason: "resting" });
	});

	it(`${OPEN_CLAIMS_MAX} may wait at once, however many are sent together`, async () => {
		const slugs = await Promise.all(
			Array.from({ length: OPEN_CLAIMS_MAX + 2 }, async (_, index) => {
				const more = await addAuthor("A B", `a-b-${count}-${index}`, `2612.${String(10_000 + count * 20 + index)}`);
				return more.slug;
			}),
		);
		const answers = await Promise.all(slugs.map((slug) => ask(ada, undefined, NOW, slug)));
		expect(answers.filter(({ ok }) => !ok)).toEqual(Array(2).fill({ ok: false, reason: "too-many" }));
		expect(await db().authorClaim.count({ where: { userId: ada } })).toBe(OPEN_CLAIMS_MAX);
		const waiting = await db().authorClaim.findFirstOrThrow({ where: { userId: ada }, include: { author: true } });
		await withdrawClaim(ada, waiting.author.slug, NOW);
		expect(await ask(ada)).toEqual({ ok: true, value: "asked" });
	});

	it("needs an account, and an author whom a paper that is shown names", async () => {
		expect(await ask("nobody")).toEqual({ ok: false, reason: "no-account" });
		expect(await ask(ada, undefined, NOW, "nobody-at-all")).toEqual({ ok: false, reason: "unknown-author" });
		await db().paper.update({ where: { id: paper }, data: { hiddenAt: NOW } });
		expect(await ask(ada)).toEqual({ ok: false, reason: "unknown-author" });
		expect(await findClaimPage(ada, author.slug, NOW)).toBeUndefined();
	});
});

describe("with ORCID", () => {
	it("the author's own name is enough, and the act says so in the claimant's name", async () => {
		expect(await ask(ada, PROOF)).toEqual({ ok: true, value: "approved" });
		const { id, ...claim } = await claimOf(ada);
		expect(claim).toMatchObject({ state: "approved", orcid: ORCID, decidedAt: NOW });
		const detail = { claim: id, author: author.slug, name: "Josiah Carberry", by: "orcid" };
		expect(await claimActs(author.slug)).toEqual([{ act: "approve_claim", actorId: ada, detail }]);
		expect(await ask(ada, PROOF)).toEqual({ ok: true, value: "approved" });
		expect(await claimActs(author.slug)).toHaveLength(1);
	});

	it("another name waits for a curator, who sees the iD", async () => {
		expect(await ask(ada, { ...PROOF, name: "J. Carberry" })).toEqual({ ok: true, value: "asked" });
		expect((await listClaims("asked", 1000)).find(({ author: { slug } }) => slug === author.slug)).toMatchObject({
			orcid: ORCID,
			note: "It is me.",
			isTaken: false,
			claimant: { name: null, handle: null },
		});
	});

	it("of two, also at once, one is approved; the other waits, and a curator may approve both", async () => {
		const answers = await Promise.all([ask(ada, PROOF), ask(bob, PROOF)]);
		expect(answers.map((answer) => answer.ok && answer.value).sort()).toEqual(["approved", "asked"]);
		const second = (await claimOf(ada)).state === "asked" ? ada : bob;
		expect((await listClaims("asked", 1000)).find(({ author: { slug } }) => slug === author.slug)?.isTaken).toBe(true);
		await decide(second, "approved");
		expect((await findAuthor(author.slug))?.knownAs).toHaveLength(2);
	});

	it(`${ORCID_APPROVALS_A_DAY} a day are approved, also when given up in between`, async () => {
		for (let turn = 0; turn < ORCID_APPROVALS_A_DAY; turn += 1) {
			expect(await ask(ada, PROOF)).toEqual({ ok: true, value: "approved" });
			await withdrawClaim(ada, author.slug, NOW);
		}
		expect(await ask(ada, PROOF)).toEqual({ ok: true, value: "asked" });
		expect(await ask(ada, PROOF, daysLater(1))).toEqual({ ok: true, value: "approved" });
	});

	it("what a curator took back is theirs to give", async () => {
		await ask(ada, PROOF);
		expect(await decide(ada, "revoked")).toMatchObject({ ok: true });
		expect((await findAuthor(author.slug))?.knownAs).toEqual([]);
		expect((await claimActs(author.slug)).map(({ act }) => act)).toEqual(["approve_claim", "refuse_claim"]);
		expect(await ask(ada, PROOF, daysLater(31))).toEqual({ ok: true, value: "asked" });
		await decide(ada, "approved", daysLater(32));
		await withdrawClaim(ada, author.slug, daysLater(33));
		expect((await claimOf(ada)).state).toBe("refused");
	});
});

describe("giving up", () => {
	it("takes one's own claim away, waiting or approved, and nobody else's; of a refused one nothing", async () => {
		await ask(ada);
		await ask(bob, PROOF);
		await withdrawClaim(bob, author.slug, NOW);
		await withdrawClaim(bob, author.slug, NOW);
		await withdrawClaim(curator, author.slug, NOW);
		expect(await db().authorClaim.findMany({ where: { authorId: author.id } })).toMatchObject([{ userId: ada }]);
		await decide(ada, "refused");
		await withdrawClaim(ada, author.slug, NOW);
		expect((await claimOf(ada)).state).toBe("refused");
	});
});

describe("deciding", () => {
	const ALL: ClaimDecision[] = ["approved", "refused", "revoked"];

	it("is for curators by their row at that moment", async () => {
		await ask(ada);
		const former = await addPerson("curator");
		await db().user.update({ where: { id: former }, data: { role: "reader" } });
		for (const who of [ada, bob, former, "nobody", ""]) {
			for (const decision of ALL)
				expect(await decide(ada, decision, NOW, who)).toEqual({ ok: false, reason: "not-a-curator" });
		}
		expect((await claimOf(ada)).state).toBe("asked");
		expect(await claimActs(author.slug)).toEqual([]);
	});

	it("is done once: of two curators at once the second is told, and one act is written", async () => {
		await ask(ada);
		const other = await addPerson("curator");
		const { id } = await claimOf(ada);
		const answers = await Promise.all([
			...Array.from({ length: 4 }, () => decideClaim(curator, id, "approved", NOW)),
			...Array.from({ length: 4 }, () => decideClaim(other, id, "refused", NOW)),
		]);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		expect(answers.filter(({ ok }) => !ok)).toEqual(Array(7).fill({ ok: false, reason: "already-decided" }));
		expect(await claimActs(author.slug)).toHaveLength(1);
	});

	it("knows what is gone", async () => {
		expect(await decideClaim(curator, crypto.randomUUID(), "approved", NOW)).toEqual({ ok: false, reason: "gone" });
		await ask(ada);
		const { id } = await claimOf(ada);
		await withdrawClaim(ada, author.slug, NOW);
		expect(await decideClaim(curator, id, "approved", NOW)).toEqual({ ok: false, reason: "gone" });
	});
});
