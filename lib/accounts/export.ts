import "server-only";
import { db } from "../db/client";

const paper = { select: { id: true, title: true } } as const;
const oldestFirst = { orderBy: { createdAt: "asc" } } as const;

/**
 * Everything we hold about somebody, table by table, as data that JSON can write. Without what would let its reader in
 * (tokens, keys) and without what others wrote.
 *
 * @returns undefined if there is no such account
 */
export async function exportAccount(userId: string, now: Date) {
	const user = await db().user.findUnique({
		where: { id: userId },
		select: {
			id: true,
			handle: true,
			name: true,
			email: true,
			emailVerified: true,
			image: true,
			role: true,
			replyMails: true,
			seenMode: true,
			createdAt: true,
			updatedAt: true,
			sessions: { select: { userAgent: true, createdAt: true, expiresAt: true }, ...oldestFirst },
			accounts: { select: { providerId: true, accountId: true, scope: true, createdAt: true }, ...oldestFirst },
			passkeys: { select: { name: true, createdAt: true, usedAt: true }, ...oldestFirst },
			emailChange: { select: { newEmail: true, oldConfirmedAt: true, newConfirmedAt: true, expiresAt: true } },
			votes: { select: { paper, createdAt: true, standing: true }, ...oldestFirst },
			submissions: { select: { id: true, title: true, listedAt: true }, orderBy: { listedAt: "asc" } },
			auditActs: { select: { at: true, act: true, paperId: true, detail: true }, orderBy: { id: "asc" } },
			comments: {
				select: { paper, body: true, createdAt: true, editedAt: true, deletedAt: true, hiddenAt: true },
				...oldestFirst,
			},
			reports: {
				select: { comment: { select: { paperId: true } }, reason: true, createdAt: true, settledAt: true },
				...oldestFirst,
			},
			replyMailings: { select: { state: true, createdAt: true, settledAt: true }, ...oldestFirst },
			claims: {
				select: {
					author: { select: { name: true, slug: true } },
					note: true,
					orcid: true,
					state: true,
					createdAt: true,
					decidedAt: true,
				},
				...oldestFirst,
			},
			saves: { select: { paper, savedAt: true }, orderBy: { savedAt: "asc" } },
			readingLists: {
				select: {
					name: true,
					createdAt: true,
					papers: { select: { paperId: true, addedAt: true }, orderBy: { addedAt: "asc" } },
				},
				...oldestFirst,
			},
			seenPapers: { select: { paperId: true, seenAt: true }, orderBy: { seenAt: "asc" } },
			libraryFeed: { select: { createdAt: true } },
			follows: {
				select: {
					author: { select: { name: true, slug: true } },
					organization: { select: { name: true, slug: true } },
					topic: { select: { name: true, slug: true } },
					search: true,
					inDigest: true,
					createdAt: true,
				},
				...oldestFirst,
			},
		},
	});
	if (!user) return undefined;
	const subscription = await db().subscriber.findUnique({
		where: { email: user.email },
		select: {
			email: true,
			state: true,
			createdAt: true,
			confirmedAt: true,
			unsubscribedAt: true,
			suppressedFor: true,
			consentAt: true,
			consentSource: true,
			choices: { omit: { subscriberId: true } },
			deliveries: {
				select: { kind: true, date: true, state: true, settledAt: true, eventState: true, eventAt: true },
				orderBy: { date: "asc" },
			},
		},
	});
	return { exportedAt: now, account: user, subscription };
}
