import type { z } from "zod";
import { askClaim } from "@/lib/claims/mutations";
import { reportComment } from "@/lib/comments/mutations";
import type { decisionForm } from "@/lib/curation/schemas";
import { db } from "@/lib/db/client";
import type { PaperId } from "@/lib/papers/ids";
import { addAuthor, NOW } from "../claims/scene";
import { addCommenter, write } from "../comments/scene";
import { addUsers } from "../votes/voters";

export type Asked = z.infer<typeof decisionForm>;

/** One of each kind of thing that waits: a reported comment, a burst of two votes, a claim; all about one new paper. */
export type Desk = { paper: PaperId; author: string; comment: number; hold: string; claim: string };

let count = 0;

export async function layDesk(): Promise<Desk> {
	count += 1;
	const paper = `2611.${String(50_000 + count)}` as PaperId;
	const { slug } = await addAuthor("Ada Lovelace", `ada-lovelace-${count}`, paper);
	const [writer, other] = [await addCommenter(`writer${count}`), await addCommenter(`other${count}`)];
	const { id: comment } = await write(writer, paper, "Buy now.");
	await reportComment(other, comment, "An advert.", NOW);
	const { id: hold } = await db().voteHold.create({ data: { paperId: paper, reason: "network", openedAt: NOW } });
	const votes = (await addUsers(2)).map((userId) => ({
		userId,
		paperId: paper,
		holdId: hold,
		standing: "held" as const,
	}));
	await db().vote.createMany({ data: votes });
	await askClaim(other, { author: slug, note: "It is me." }, NOW);
	const { id: claim } = await db().authorClaim.findFirstOrThrow({ where: { author: { slug } } });
	return { paper, author: slug, comment, hold, claim };
}

/** Everything that a curator can ask for of what lies there. */
export function everyAct({ comment, hold, claim }: Desk): Asked[] {
	return [
		{ act: "hide_comment", id: comment, reason: "an advert" },
		{ act: "unhide_comment", id: comment },
		{ act: "dismiss_reports", id: comment },
		{ act: "accept_votes", id: hold },
		{ act: "void_votes", id: hold },
		{ act: "approve_claim", id: claim },
		{ act: "refuse_claim", id: claim },
		{ act: "revoke_claim", id: claim },
	];
}

/** How all of it stands, to be compared. */
export async function standing({ paper, author }: Desk) {
	const [comments, reports, holds, votes, claims] = await Promise.all([
		db().comment.findMany({ where: { paperId: paper } }),
		db().commentReport.findMany({ where: { comment: { paperId: paper } } }),
		db().voteHold.findMany({ where: { paperId: paper } }),
		db().vote.findMany({ where: { paperId: paper }, orderBy: { id: "asc" } }),
		db().authorClaim.findMany({ where: { author: { slug: author } } }),
	]);
	return { comments, reports, holds, votes, claims };
}

/** What was written down about it, in order. */
export async function actsAbout({ paper, author }: Desk) {
	const rows = await db().auditAct.findMany({
		where: { OR: [{ paperId: paper }, { detail: { path: ["author"], equals: author } }] },
		orderBy: { id: "asc" },
	});
	return rows.map(({ act, actorId, paperId, detail }) => ({ act, actorId, paperId, detail }));
}
