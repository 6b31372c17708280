import "server-only";
import { randomBytes } from "node:crypto";
import { type Db, db } from "../db/client";
import { done, type Result, refused } from "../result";
import { lockActor, recordAct } from "../submissions/acts";
import { addressRules, readAddress } from "./address";
import { writeTest } from "./message";
import type { ChannelAsked } from "./schemas";
import { sendMessage } from "./send";
import type { ChannelChoices, ChannelKind, ChannelRefusal, TryOutcome } from "./types";

/** A run posts to one after the other, and each may take ten seconds. */
const CHANNELS_MAX = 20;

/** As the specification of Standard Webhooks has it: from 24 to 64 bytes. */
const SECRET_BYTES = 32;

type Act = ChannelAsked["act"];
type Channel = { id: string; name: string; kind: ChannelKind };

/** What is done, and what is to be shown once: the secret of a new webhook. */
type Changed = Result<{ secret?: string }, ChannelRefusal>;

type Typed = ChannelChoices & { url: string };

/** Adds a channel, if a curator asks. */
export function addChannel(userId: string, { url: text, ...choices }: Typed, now: Date): Promise<Changed> {
	return asCurator(userId, async (tx) => {
		const address = readAddress(choices.kind, text, addressRules());
		if (!address.ok) return address;
		if ((await tx.channel.count()) >= CHANNELS_MAX) return refused("too-many");
		const secret = choices.kind === "webhook" ? newSecret() : null;
		const channel = await tx.channel.create({ data: { ...choices, url: address.value, secret, createdAt: now } });
		await record(tx, "add_channel", userId, channel, now);
		return done(secret === null ? {} : { secret });
	});
}

/**
 * Changes a channel. With another address what waits for it is written anew, unless it may have been taken.
 *
 * @param typed.url empty to keep the address, which is only possible with the kind
 */
export function changeChannel(
	userId: string,
	id: string,
	{ url: text, ...choices }: Typed,
	now: Date,
): Promise<Changed> {
	return onChannel(userId, id, "change_channel", now, async (tx, channel) => {
		const isOther = channel.kind !== choices.kind;
		if (text === "" && !isOther) {
			await tx.channel.update({ where: { id }, data: choices });
			return done({});
		}
		const address = readAddress(choices.kind, text, addressRules());
		if (!address.ok) return address;
		const secret = isOther ? { secret: choices.kind === "webhook" ? newSecret() : null } : {};
		await tx.channel.update({ where: { id }, data: { ...choices, ...secret, url: address.value } });
		await tx.channelPost.updateMany({
			where: { channelId: id, state: "planned", inDoubt: false },
			data: { body: null, nextTryAt: now },
		});
		if (isOther) {
			await tx.channelPost.updateMany({
				where: { channelId: id, state: "planned", inDoubt: true },
				data: { state: "unknown", inDoubt: false, settledAt: now, reason: "no answer came", body: null },
			});
		}
		return done(secret.secret ? { secret: secret.secret } : {});
	});
}

/** Pauses a channel, or resumes one, also one that we paused ourselves. */
export function setPaused(userId: string, id: string, isPaused: boolean, now: Date): Promise<Changed> {
	return onChannel(userId, id, isPaused ? "pause_channel" : "resume_channel", now, async (tx) => {
		await tx.channel.update({ where: { id }, data: { pausedAt: isPaused ? now : null, pausedFor: null } });
		return done({});
	});
}

/** Removes a channel with what is known of its posts. */
export function removeChannel(userId: string, id: string, now: Date): Promise<Changed> {
	return onChannel(userId, id, "remove_channel", now, async (tx) => {
		await tx.channel.delete({ where: { id } });
		return done({});
	});
}

/** Has the last digest of a channel posted again, which may then be there twice: that is for the curator to know. */
export async function repost(userId: string, postId: string, now: Date): Promise<Changed> {
	const post = await db().channelPost.findUnique({ where: { id: postId }, select: { channelId: true } });
	if (post === null) return refused("unknown-channel");
	return onChannel(userId, post.channelId, "repost_channel", now, async (tx) => {
		const last = await tx.channelPost.findFirst({
			where: { channelId: post.channelId },
			orderBy: [{ plannedAt: "desc" }, { id: "desc" }],
		});
		if (last?.id !== postId || (last.state !== "unknown" && last.state !== "rejected"))
			return refused("not-repostable");
		await tx.channelPost.update({
			where: { id: postId },
			data: { state: "planned", reason: null, settledAt: null, attempts: 0, plannedAt: now, nextTryAt: now },
		});
		return done({});
	});
}

/** Sends a test to a channel, paused or not. Written down before it leaves. */
export async function testChannel(
	userId: string,
	id: string,
	now: Date,
): Promise<Result<{ name: string; outcome: TryOutcome }, ChannelRefusal>> {
	const found = await onChannel(userId, id, "test_channel", now, async (tx) =>
		done(await tx.channel.findUniqueOrThrow({ where: { id } })),
	);
	if (!found.ok) return found;
	const channel = found.value;
	return done({
		name: channel.name,
		outcome: await sendMessage(channel, crypto.randomUUID(), writeTest(channel, now)),
	});
}

function newSecret(): string {
	return `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
}

function asCurator<Value>(
	userId: string,
	work: (tx: Db) => Promise<Result<Value, ChannelRefusal>>,
): Promise<Result<Value, ChannelRefusal>> {
	return db().$transaction(async (tx) =>
		(await lockActor(tx, userId)) === "curator" ? work(tx) : refused("not-a-curator"),
	);
}

/** Does something to a channel as a curator, and writes it down if it was done. */
function onChannel<Value>(
	userId: string,
	id: string,
	act: Act,
	now: Date,
	work: (tx: Db, channel: Channel) => Promise<Result<Value, ChannelRefusal>>,
): Promise<Result<Value, ChannelRefusal>> {
	return asCurator(userId, async (tx) => {
		await tx.$executeRaw`SELECT FROM channels WHERE id = ${id}::uuid FOR UPDATE`;
		const channel = await tx.channel.findUnique({ where: { id }, select: { id: true, name: true, kind: true } });
		if (channel === null) return refused("unknown-channel");
		const result = await work(tx, channel);
		if (result.ok) await record(tx, act, userId, channel, now);
		return result;
	});
}

function record(tx: Db, act: Act, actorId: string, { id, name, kind }: Channel, at: Date): Promise<void> {
	return recordAct(tx, { act, actorId, at, detail: { channel: id, name, kind } });
}
