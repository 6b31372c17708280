import "server-only";
import { type Db, db } from "../db/client";
import { formatSearch } from "./searches";
import type { Followed, FollowTarget } from "./types";

type Key = { authorId: string } | { organizationId: string } | { topicId: number } | { search: string };

/** By what a follow names its target; undefined where there is nothing of that slug. */
export async function findKey({ kind, slug }: FollowTarget, tx: Db = db()): Promise<Key | undefined> {
	if (kind === "search") {
		const search = formatSearch(slug);
		return search === undefined ? undefined : { search };
	}
	const found = { where: { slug }, select: { id: true } };
	if (kind === "author") {
		const author = await tx.author.findUnique(found);
		return author ? { authorId: author.id } : undefined;
	}
	if (kind === "org") {
		const organization = await tx.organization.findUnique(found);
		return organization ? { organizationId: organization.id } : undefined;
	}
	const topic = await tx.topic.findUnique(found);
	return topic ? { topicId: topic.id } : undefined;
}

/** What somebody follows: authors, organisations, searches, topics, each by name. */
export async function listFollowed(userId: string): Promise<Followed[]> {
	const select = { name: true, slug: true };
	const rows = await db().follow.findMany({
		where: { userId },
		select: { author: { select }, organization: { select }, topic: { select }, search: true },
	});
	const followed = rows.flatMap(({ author, organization, topic, search }): Followed[] => {
		if (author) return [{ kind: "author", ...author }];
		if (organization) return [{ kind: "org", ...organization }];
		if (topic) return [{ kind: "topic", ...topic }];
		return search === null ? [] : [{ kind: "search", name: search, slug: search }];
	});
	return followed.sort((one, other) => one.kind.localeCompare(other.kind) || one.name.localeCompare(other.name, "en"));
}

/** The name of what can be followed, and whether somebody does; undefined where there is nothing of that slug. */
export async function findFollowState(
	userId: string,
	target: FollowTarget,
): Promise<{ name: string; followed: boolean } | undefined> {
	if (target.kind === "search") {
		const search = formatSearch(target.slug);
		if (search === undefined) return undefined;
		return { name: search, followed: (await db().follow.count({ where: { userId, search } })) > 0 };
	}
	const found = {
		where: { slug: target.slug },
		select: { name: true, follows: { where: { userId }, select: { id: true } } },
	};
	const subject =
		target.kind === "author"
			? await db().author.findUnique(found)
			: target.kind === "org"
				? await db().organization.findUnique(found)
				: await db().topic.findUnique(found);
	return subject ? { name: subject.name, followed: subject.follows.length > 0 } : undefined;
}
