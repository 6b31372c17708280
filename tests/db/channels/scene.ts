import type { ChannelKind } from "@/lib/channels/types";
import { db } from "@/lib/db/client";
import { FakeChats } from "@/tests/fakes/chats";
import { clear } from "../digest/scene";

/** Has Slack and Discord be a fake. Before anything of the app reads its settings. */
export async function startChats(): Promise<FakeChats & { origin: string }> {
	const chats = new FakeChats();
	const origin = await chats.start();
	Object.assign(process.env, { SLACK_BASE_URL: origin, DISCORD_BASE_URL: origin });
	return Object.assign(chats, { origin });
}

const PATHS: Record<ChannelKind, string> = {
	slack: FakeChats.slackPath,
	discord: FakeChats.discordPath,
	webhook: FakeChats.hookPath,
};

export const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;

/** Adds a channel that the fake takes messages of, and gives its id. */
export async function addChannel(
	kind: ChannelKind,
	chats: { origin: string },
	own: { url?: string; digest?: "daily" | "weekly"; papers?: number } = {},
): Promise<string> {
	const secret = kind === "webhook" ? SECRET : null;
	const url = `${chats.origin}${PATHS[kind]}`;
	const data = { name: `Our ${kind}`, kind, digest: "daily" as const, papers: 5, url, secret, ...own };
	return (await db().channel.create({ data })).id;
}

/** Empties what posts are made of. */
export async function clearChannels(): Promise<void> {
	await db().$executeRaw`TRUNCATE channel_posts, channels`;
	await clear();
}

/** State and reason of each post, by its channel's name. */
export async function listPosts() {
	const posts = await db().channelPost.findMany({ include: { channel: true }, orderBy: { channel: { name: "asc" } } });
	return posts.map(({ channel, state, reason }) => [channel.name, state, reason]);
}
