import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import type { CuratedAct } from "./types";

/** In characters. */
const WORDS_SHOWN = 200;

const ofComment = z.object({ comment: z.number() });

/**
 * The comments that acts hid and that are hidden still, by the newest act that hid each.
 *
 * @param acts newest first
 */
export async function readHiddenComments(
	acts: readonly { id: bigint; act: string; detail: unknown }[],
): Promise<Map<bigint, NonNullable<CuratedAct["hiddenComment"]>>> {
	const hidings = acts
		.filter(({ act }) => act === "hide_comment")
		.map(({ id, detail }) => ({ act: id, comment: ofComment.parse(detail).comment }));
	const found = await db().comment.findMany({
		where: { id: { in: hidings.map(({ comment }) => comment) }, hiddenAt: { not: null }, deletedAt: null },
		select: { id: true, body: true },
	});
	const bodies = new Map(found.map(({ id, body }) => [Number(id), body]));
	const byAct = new Map<bigint, { id: number; words: string }>();
	for (const { act, comment } of hidings) {
		const body = bodies.get(comment);
		if (body === undefined) continue;
		byAct.set(act, { id: comment, words: shorten(body) });
		bodies.delete(comment);
	}
	return byAct;
}

function shorten(body: string): string {
	return body.length > WORDS_SHOWN ? `${body.slice(0, WORDS_SHOWN).toWellFormed()}…` : body;
}
