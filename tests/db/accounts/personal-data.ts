import type { exportAccount } from "@/lib/accounts/export";
import { db } from "@/lib/db/client";

type Exported = NonNullable<Awaited<ReturnType<typeof exportAccount>>>;

/** Somebody, and what their rows hang on. */
export type Person = { userId: string; email: string; paperId: string; authorId: string; topicId: number };

/** A secret, which no export may hold. */
export const SECRET = "secret-value";

const now = () => new Date();
const hour = () => new Date(Date.now() + 60 * 60_000);
const secretOf = ({ userId }: Person, name: string) => `${SECRET}-${name}-${userId}`;

/**
 * Each column that says who somebody is, with how to fill it and where the export has it. The test compares this list with the
 * database's own: whoever adds such a column adds it here, and thereby to export and deletion.
 */
export const PERSONAL_COLUMNS: Record<
	string,
	{ plant: (person: Person) => Promise<unknown>; exported: (data: Exported) => unknown }
> = {
	"accounts.user_id": {
		plant: (person) =>
			db().account.create({
				data: {
					id: crypto.randomUUID(),
					accountId: `github-${person.userId}`,
					providerId: "github",
					userId: person.userId,
					accessToken: secretOf(person, "access"),
					refreshToken: secretOf(person, "refresh"),
				},
			}),
		exported: ({ account }) => account.accounts[0]?.providerId,
	},
	"audit_acts.actor_id": {
		plant: ({ userId, paperId }) =>
			db().auditAct.create({ data: { actorId: userId, act: "submit", paperId, detail: { date: "2026-06-08" } } }),
		exported: ({ account }) => account.auditActs[0]?.act,
	},
	"author_claims.user_id": {
		plant: ({ userId, authorId }) => db().authorClaim.create({ data: { userId, authorId, note: "It is me." } }),
		exported: ({ account }) => account.claims[0]?.note,
	},
	"comment_reports.reporter_id": {
		plant: async ({ userId, paperId }) => {
			const { id } = await db().comment.create({
				data: { paperId, body: "", deletedAt: now() },
			});
			await db().commentReport.create({ data: { commentId: id, reporterId: userId, reason: "Rude." } });
		},
		exported: ({ account }) => account.reports[0]?.reason,
	},
	"comments.author_id": {
		plant: ({ userId, paperId }) => db().comment.create({ data: { authorId: userId, paperId, body: "I wrote this." } }),
		exported: ({ account }) => account.comments[0]?.body,
	},
	"email_changes.new_email": {
		plant: async () => undefined,
		exported: ({ account }) => account.emailChange?.newEmail,
	},
	"email_changes.user_id": {
		plant: (person) =>
			db().emailChange.create({
				data: {
					userId: person.userId,
					newEmail: `new-${person.email}`,
					oldTokenHash: secretOf(person, "old"),
					newTokenHash: secretOf(person, "new"),
					expiresAt: hour(),
				},
			}),
		exported: ({ account }) => account.emailChange?.newEmail,
	},
	"follows.user_id": {
		plant: ({ userId, topicId }) => db().follow.create({ data: { userId, topicId } }),
		exported: ({ account }) => account.follows[0]?.topic?.name,
	},
	"library_feeds.user_id": {
		plant: (person) =>
			db().libraryFeed.create({ data: { userId: person.userId, tokenHash: secretOf(person, "feed") } }),
		exported: ({ account }) => account.libraryFeed?.createdAt,
	},
	"papers.submitted_by_id": {
		plant: ({ userId, paperId }) => db().paper.update({ where: { id: paperId }, data: { submittedById: userId } }),
		exported: ({ account }) => account.submissions[0]?.title,
	},
	"passkeys.user_id": {
		plant: (person) =>
			db().passkey.create({
				data: {
					id: secretOf(person, "credential"),
					userId: person.userId,
					publicKey: Buffer.from(secretOf(person, "key")),
					name: "Blue key",
				},
			}),
		exported: ({ account }) => account.passkeys[0]?.name,
	},
	"reading_list_papers.user_id": {
		plant: async () => undefined,
		exported: ({ account }) => account.readingLists[0]?.papers[0]?.paperId,
	},
	"reading_lists.user_id": {
		plant: ({ userId, paperId }) =>
			db().readingList.create({ data: { userId, name: "To read", papers: { create: { paperId } } } }),
		exported: ({ account }) => account.readingLists[0]?.name,
	},
	"reply_mails.user_id": {
		plant: async ({ userId, paperId }) => {
			const { id } = await db().comment.create({
				data: { paperId, body: "", deletedAt: now() },
			});
			await db().replyMail.create({ data: { commentId: id, userId } });
		},
		exported: ({ account }) => account.replyMailings[0]?.state,
	},
	"saves.user_id": {
		plant: ({ userId, paperId }) => db().save.create({ data: { userId, paperId } }),
		exported: ({ account }) => account.saves[0]?.paper.title,
	},
	"seen_papers.user_id": {
		plant: ({ userId, paperId }) => db().seenPaper.create({ data: { userId, paperId } }),
		exported: ({ account }) => account.seenPapers[0]?.paperId,
	},
	"sessions.user_id": {
		plant: (person) =>
			db().session.create({
				data: {
					id: crypto.randomUUID(),
					token: secretOf(person, "session"),
					userId: person.userId,
					userAgent: "Firefox on Linux",
					expiresAt: hour(),
				},
			}),
		exported: ({ account }) => account.sessions.find(({ userAgent }) => userAgent === "Firefox on Linux"),
	},
	"subscribers.email": {
		plant: async ({ email }) => {
			const date = new Date("2026-06-08");
			const { id } = await db().subscriber.create({ data: { email, state: "confirmed", confirmedAt: now() } });
			const digest = { kind: "daily" as const, date, papers: [] };
			const { id: digestId } = await db().digest.upsert({
				where: { kind_date: { kind: "daily", date } },
				create: digest,
				update: {},
			});
			const event = { eventState: "delivered" as const, eventAt: now() };
			await db().delivery.create({ data: { digestId, subscriberId: id, kind: "daily", date, ...event } });
		},
		exported: ({ subscription }) => subscription?.deliveries[0]?.eventState,
	},
	"users.email": {
		plant: async () => undefined,
		exported: ({ account }) => account.email,
	},
	"votes.user_id": {
		plant: ({ userId, paperId }) => db().vote.create({ data: { userId, paperId } }),
		exported: ({ account }) => account.votes[0]?.paper.title,
	},
};
