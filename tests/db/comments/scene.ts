import { hideComment } from "@/lib/comments/moderation";
import { type Place, postComment } from "@/lib/comments/mutations";
import { listComments } from "@/lib/comments/queries";
import { db } from "@/lib/db/client";
import type { PaperId } from "@/lib/papers/ids";

/** An hour at which every account of a test is older than a day. */
export const NOW = new Date("2026-11-25T12:00:00Z");

export const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

type Person = { name?: string; replyMails?: boolean; role?: "reader" | "curator"; createdAt?: Date };

/** Adds somebody whose handle is given, with an address of it, and gives their id. */
export async function addCommenter(handle: string, person: Person = {}): Promise<string> {
	const id = crypto.randomUUID();
	const known = { name: "", createdAt: new Date("2026-01-01"), ...person };
	await db().user.create({ data: { id, handle, handleKey: handle, email: `${handle}@example.org`, ...known } });
	return id;
}

/** Writes a comment that nothing stands in the way of. */
export async function write(
	userId: string,
	paper: PaperId,
	body: string,
	{ to, now = NOW }: { to?: Place; now?: Date } = {},
): Promise<Place> {
	const result = await postComment(userId, { paper, body, to: to?.id }, now);
	if (!result.ok) throw new Error(`not written: ${result.reason}`);
	return result.value;
}

export async function hide(place: Place): Promise<void> {
	const curator = await addCommenter(`curator${place.id}`, { role: "curator" });
	await hideComment(curator, place.id, "", NOW);
}

/** What a paper's page shows, one line a comment: replies are indented, and the rest is in the words of the page. */
export async function readPage(paper: PaperId): Promise<string[]> {
	const { comments } = await listComments(paper);
	return comments.map((comment) => {
		const words = comment.state === "standing" ? comment.html.replace(/<[^>]*>/g, "").trim() : `[${comment.state}]`;
		return (comment.parentId === null ? "" : "> ") + words;
	});
}

/** The counter of a paper beside the comments that stand. */
export async function countComments(paper: PaperId): Promise<{ counter: number; rows: number }> {
	const { localComments } = await db().paper.findUniqueOrThrow({ where: { id: paper } });
	const rows = await db().comment.count({ where: { paperId: paper, deletedAt: null, hiddenAt: null } });
	return { counter: localComments, rows };
}
