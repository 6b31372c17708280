import "server-only";
import { isCurator } from "../accounts/queries";
import { db } from "../db/client";
import { utcDateOf } from "../time";
import { showAddress } from "./address";
import type { ChannelView } from "./types";

/** Of each channel. */
const POSTS_SHOWN = 5;

/** All channels by name, with what came of their last posts; undefined for whoever is no curator. */
export async function listChannels(userId: string): Promise<ChannelView[] | undefined> {
	if (!(await isCurator(userId))) return undefined;
	const rows = await db().channel.findMany({
		orderBy: [{ name: "asc" }, { createdAt: "asc" }],
		include: {
			posts: {
				orderBy: [{ plannedAt: "desc" }, { id: "desc" }],
				take: POSTS_SHOWN,
				include: { digest: { select: { date: true } } },
			},
		},
	});
	return rows.map(({ id, name, kind, digest, papers, url, pausedAt, pausedFor, posts }) => ({
		id,
		name,
		kind,
		digest,
		papers,
		place: showAddress(url),
		isPaused: pausedAt !== null,
		pausedFor,
		posts: posts.map((post, index) => ({
			id: post.id,
			date: utcDateOf(post.digest.date),
			state: post.state,
			reason: post.reason,
			at: post.settledAt ?? post.nextTryAt,
			mayRepost: index === 0 && (post.state === "unknown" || post.state === "rejected"),
		})),
	}));
}
