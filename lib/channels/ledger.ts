import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import type { DigestKind } from "../digest/types";
import { type UtcDate, utcDateOf } from "../time";
import type { PostState } from "./types";

/** Longer than a try takes, so that nobody else tries at the same time; short, as a process that died holds it too. */
const LEASE_SECONDS = 45;

const GIVE_UP_HOURS = 24;

/** Whether a channel waits for the digest of an edition: it has had neither this one nor a newer. */
export async function isWantedBy(kind: DigestKind, edition: UtcDate): Promise<boolean> {
	const found = await db().channel.findFirst({
		where: {
			digest: kind,
			pausedAt: null,
			posts: { none: { digest: { kind, date: { gte: new Date(edition) } } } },
		},
		select: { id: true },
	});
	return found !== null;
}

/** Plans a digest for each channel that is to get it. Again, or twice at once, adds nothing. */
export async function planPosts(digest: { id: string; kind: DigestKind; date: UtcDate }, now: Date): Promise<number> {
	return db().$executeRaw`
		INSERT INTO channel_posts (channel_id, digest_id, planned_at, next_try_at)
		SELECT id, ${digest.id}::uuid, ${now}::timestamptz, ${now}::timestamptz FROM channels
		WHERE digest = ${digest.kind}::digest_kind AND paused_at IS NULL AND NOT EXISTS (
			SELECT FROM channel_posts p JOIN digests d ON d.id = p.digest_id
			WHERE p.channel_id = channels.id AND d.kind = channels.digest AND d.date > ${digest.date}::date
		)
		ON CONFLICT (channel_id, digest_id) DO NOTHING`;
}

const heldRows = z.array(
	z.object({
		id: z.string(),
		body: z.string().nullable(),
		inDoubt: z.boolean(),
		attempts: z.number(),
		channelId: z.string(),
		kind: z.enum(["slack", "discord", "webhook"]),
		url: z.string(),
		secret: z.string().nullable(),
		papers: z.number(),
		digest: z.enum(["daily", "weekly"]),
		date: z.date().transform(utcDateOf),
	}),
);

/** A post that this process holds the lease of, and what its channel is. */
export type HeldPost = z.infer<typeof heldRows>[number];

/** Takes over the post that waits longest of those whose time has come. */
export async function takePost(now: Date): Promise<HeldPost | undefined> {
	const rows = await db().$queryRaw`
		UPDATE channel_posts p SET leased_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}::int)
		FROM channels c, digests d
		WHERE c.id = p.channel_id AND d.id = p.digest_id AND p.id = (
			SELECT waiting.id FROM channel_posts waiting JOIN channels ON channels.id = waiting.channel_id
			WHERE waiting.state = 'planned' AND channels.paused_at IS NULL AND waiting.next_try_at <= ${now}::timestamptz
				AND (waiting.leased_until IS NULL OR waiting.leased_until <= clock_timestamp())
			ORDER BY waiting.next_try_at, waiting.id LIMIT 1 FOR UPDATE OF waiting SKIP LOCKED
		)
		RETURNING p.id, p.body, p.in_doubt AS "inDoubt", p.attempts, c.id AS "channelId", c.kind::text, c.url, c.secret, c.papers,
			d.kind::text AS digest, d.date`;
	return heldRows.parse(rows)[0];
}

const bodyRows = z.array(z.object({ body: z.string() }));

/**
 * Freezes a post and writes down that a try begins, before it does: should we die in it, it may have been taken.
 *
 * @returns what is to be sent; undefined if the post ended meanwhile
 */
export async function noteTry(postId: string, body: string): Promise<string | undefined> {
	const rows = await db().$queryRaw`
		UPDATE channel_posts SET body = COALESCE(body, ${body}), attempts = attempts + 1, in_doubt = true,
			leased_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}::int)
		WHERE id = ${postId}::uuid AND state = 'planned' RETURNING body`;
	return bodyRows.parse(rows)[0]?.body;
}

/** Ends a post, once. One that may be posted again keeps its bytes. */
export async function settle(
	postId: string,
	state: Exclude<PostState, "planned">,
	reason: string | null,
	now: Date,
): Promise<number> {
	return db().$executeRaw`
		UPDATE channel_posts SET state = ${state}::delivery_state, reason = ${reason}, settled_at = ${now}::timestamptz,
			leased_until = NULL, in_doubt = false, body = CASE WHEN ${state} <> 'submitted' THEN body END
		WHERE id = ${postId}::uuid AND state = 'planned'`;
}

/** Ends a hold without an end of the post: it is tried again, after some seconds. */
export async function release(
	postId: string,
	{ reason, afterSeconds, inDoubt }: { reason: string; afterSeconds: number; inDoubt: boolean },
	now: Date,
): Promise<void> {
	await db().$executeRaw`
		UPDATE channel_posts SET reason = ${reason}, leased_until = NULL, in_doubt = ${inDoubt},
			next_try_at = ${now}::timestamptz + make_interval(secs => ${afterSeconds}::float8)
		WHERE id = ${postId}::uuid AND state = 'planned'`;
}

/** Pauses a channel at whose address there is nobody any more, unless its address has been changed meanwhile. */
export async function pauseGone({ channelId, url }: HeldPost, reason: string, now: Date): Promise<void> {
	await db().channel.updateMany({
		where: { id: channelId, url, pausedAt: null },
		data: { pausedAt: now, pausedFor: reason },
	});
}

const endedRows = z.array(z.object({ state: z.enum(["rejected", "skipped", "unknown"]) }));

/** Gives up what has waited for a day, or until its channel's next digest was planned. */
export async function giveUp(now: Date): Promise<z.infer<typeof endedRows>> {
	const rows = await db().$queryRaw`
		UPDATE channel_posts p SET settled_at = ${now}::timestamptz, leased_until = NULL, in_doubt = false,
			state = (CASE WHEN in_doubt THEN 'unknown' WHEN attempts = 0 THEN 'skipped' ELSE 'rejected' END)::delivery_state,
			reason = CASE WHEN in_doubt THEN COALESCE(reason, 'no answer came')
				WHEN attempts = 0 THEN 'its channel was paused, or no run came in time' ELSE 'given up: ' || COALESCE(reason, 'not taken') END
		WHERE state = 'planned' AND (leased_until IS NULL OR leased_until <= clock_timestamp()) AND (
			planned_at <= ${now}::timestamptz - make_interval(hours => ${GIVE_UP_HOURS}::int)
			OR EXISTS (SELECT FROM channel_posts later WHERE later.channel_id = p.channel_id AND later.planned_at > p.planned_at)
		)
		RETURNING state::text`;
	return endedRows.parse(rows);
}

/** How many posts are still to be made. Those of paused channels wait as well. */
export async function countWaiting(): Promise<number> {
	return db().channelPost.count({ where: { state: "planned" } });
}
