import "server-only";
import { db } from "../db/client";
import { toChoices } from "../subscribers/queries";
import { prepareContents } from "./contents";
import { keyOf } from "./select";
import { listSent } from "./sent";
import type { Digest, SelectionContent } from "./types";

const CHUNK = 500;

/**
 * Puts together the mails of a digest's deliveries that have none yet, by what their subscribers choose now. Those for which
 * there is nothing to tell are skipped, unless asked for. May run twice at once: the first selection of a delivery stays.
 *
 * @param isNews false when the digest is too old to be mailed
 * @returns how many were skipped
 */
export async function assignSelections(digest: Digest, isNews: boolean): Promise<number> {
	const giveContents = prepareContents(isNews ? digest : { ...digest, papers: [], risen: [] }, listSent);
	const stored = new Set<string>();
	let skipped = 0;
	for (let last: string | undefined; ; ) {
		const waiting = await db().delivery.findMany({
			where: {
				digestId: digest.id,
				state: "planned",
				selectionId: null,
				...(last !== undefined && { id: { gt: last } }),
			},
			orderBy: { id: "asc" },
			take: CHUNK,
			select: { id: true, subscriberId: true, subscriber: { select: { choices: true } } },
		});
		if (waiting.length === 0) return skipped;
		last = waiting.at(-1)?.id;
		const recipients = waiting.map(({ subscriberId, subscriber }) => ({
			id: subscriberId,
			choices: toChoices(subscriber.choices),
		}));
		const contents = await giveContents(recipients);
		const given = waiting.map(({ id }, index) => ({ id, content: contents[index] }));
		skipped += await skipEmpty(given.flatMap(({ id, content }) => (content ? [] : [id])));
		await assign(
			digest.id,
			given.flatMap(({ id, content }) => (content ? [{ id, content }] : [])),
			stored,
		);
	}
}

async function skipEmpty(deliveryIds: string[]): Promise<number> {
	if (deliveryIds.length === 0) return 0;
	return db().$executeRaw`
		UPDATE deliveries SET state = 'skipped', reason = 'nothing new', settled_at = now()
		WHERE id = ANY(${deliveryIds}::uuid[]) AND state = 'planned' AND selection_id IS NULL`;
}

/** @param stored keys of the selections that are known to be stored; gets those that are then */
async function assign(
	digestId: string,
	given: { id: string; content: SelectionContent }[],
	stored: Set<string>,
): Promise<void> {
	if (given.length === 0) return;
	const keyed = given.map(({ id, content }) => ({ id, key: keyOf(content), content }));
	const contents = new Map(keyed.filter(({ key }) => !stored.has(key)).map(({ key, content }) => [key, content]));
	const data = [...contents].map(([key, content]) => ({
		digestId,
		key,
		papers: [...content.papers, ...content.matches],
		content,
	}));
	if (data.length > 0) await db().digestSelection.createMany({ data, skipDuplicates: true });
	for (const key of contents.keys()) stored.add(key);
	await db().$executeRaw`
		UPDATE deliveries d SET selection_id = s.id
		FROM unnest(${keyed.map(({ id }) => id)}::uuid[], ${keyed.map(({ key }) => key)}::text[]) AS given (id, key)
			JOIN digest_selections s ON s.digest_id = ${digestId}::uuid AND s.key = given.key
		WHERE d.id = given.id AND d.state = 'planned' AND d.selection_id IS NULL`;
}
