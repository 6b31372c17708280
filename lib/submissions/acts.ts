import "server-only";
import { z } from "zod";
import type { Db } from "../db/client";
import type { PaperId } from "../papers/ids";
import { addDays, startOfDay, type UtcDate, utcDateOf } from "../time";

/** What somebody did, as its audit row keeps it. */
export type Act = { actorId: string; at: Date } & (ActOnPaper | ActOnClaim | ActOnMail | ActOnChannel);

type ActOnPaper = { paperId: PaperId } & (
	| { act: "submit" | "add"; detail: { date: UtcDate } }
	| { act: "move"; detail: { from: UtcDate; to: UtcDate } }
	| { act: "hide"; detail: { reason?: string } }
	| { act: "unhide"; detail: Record<string, never> }
	| { act: "hide_comment"; detail: { comment: number; reason?: string } }
	| { act: "unhide_comment" | "dismiss_reports"; detail: { comment: number } }
	| { act: "accept_votes" | "void_votes"; detail: { hold: string; votes: number } }
);

/** Names the author by slug and name, and the claimant by the claim alone: with their account it goes, and the act stays. */
type ActOnClaim = {
	act: "approve_claim" | "refuse_claim";
	detail: { claim: string; author: string; name: string; by?: "orcid" };
};

/** Names deliveries, subscribers and imports by their ids: an act stays when an address goes. */
type ActOnMail =
	| { act: "stop_digests" | "resume_digests"; detail: Record<string, never> }
	| { act: "test_digest"; detail: { edition: UtcDate } }
	| { act: "resend_delivery"; detail: { delivery: string; was: "unknown" | "rejected" | "skipped" } }
	| { act: "end_subscription"; detail: { subscriber: string } }
	| { act: "import_subscribers"; detail: { import: string; added: number } };

/** Names the channel, which may be gone later, and never its address. */
type ActOnChannel = {
	act:
		| "add_channel"
		| "change_channel"
		| "pause_channel"
		| "resume_channel"
		| "remove_channel"
		| "test_channel"
		| "repost_channel";
	detail: { channel: string; name: string; kind: string };
};

/** Writes an act down, in the transaction of what it did. */
export async function recordAct(tx: Db, act: Act): Promise<void> {
	await tx.auditAct.create({ data: act });
}

const actorRows = z.array(z.object({ role: z.enum(["reader", "curator"]) }));

/**
 * Reads somebody's role from their row and keeps the row until the transaction ends: what one person does at once happens one
 * after the other, and nobody loses a role halfway.
 *
 * @returns undefined if there is no such account
 */
export async function lockActor(tx: Db, userId: string): Promise<"reader" | "curator" | undefined> {
	const rows = await tx.$queryRaw`SELECT role::text FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
	return actorRows.parse(rows)[0]?.role;
}

const paperRows = z.array(
	z.object({ title: z.string(), editionDate: z.date().transform(utcDateOf).nullable(), isHidden: z.boolean() }),
);

/** How a paper stands, kept so until the transaction ends; undefined if we don't hold it. */
export async function lockPaper(tx: Db, paperId: PaperId): Promise<z.infer<typeof paperRows>[number] | undefined> {
	const rows = await tx.$queryRaw`
		SELECT title, edition_date AS "editionDate", hidden_at IS NOT NULL AS "isHidden"
		FROM papers WHERE id = ${paperId} FOR NO KEY UPDATE`;
	return paperRows.parse(rows)[0];
}

/** Makes sure that a day has an edition to stand on. */
export async function openEdition(tx: Db, date: UtcDate): Promise<void> {
	await tx.$executeRaw`INSERT INTO editions (date) VALUES (${date}::date) ON CONFLICT DO NOTHING`;
}

/** How many papers a reader has submitted on the UTC day of an instant. What was hidden or moved since counts all the same. */
export async function countSubmissions(tx: Db, userId: string, now: Date): Promise<number> {
	const today = utcDateOf(now);
	const at = { gte: startOfDay(today), lt: startOfDay(addDays(today, 1)) };
	return tx.auditAct.count({ where: { actorId: userId, act: "submit", at } });
}
