import "server-only";
import { isCurator } from "../accounts/queries";
import { db } from "../db/client";
import { env } from "../env";
import { isArxivId, type PaperId } from "../papers/ids";
import { done, type Result, refused } from "../result";
import { utcDateOf } from "../time";
import { votedAmong } from "../votes/queries";
import { countSubmissions } from "./acts";
import { fetchPaper } from "./fetch-paper";
import { readReference } from "./references";
import { isTooOld, submitRules } from "./rules";
import type { PreviewedPaper } from "./schemas";
import { signPreview } from "./tokens";
import type { KnownPaper, PaperPreview, SubmitOutcome, SubmitRefusal } from "./types";

/** Who has a paper looked up just now. arXiv takes one question every three seconds: nobody gets to put two in the queue. */
const lookingUp = new Set<string>();

/**
 * Finds the paper that a text names: here, else at arXiv. Changes nothing; listing it takes the token of the answer.
 *
 * @param userId of the signed-in user who asks
 * @throws if the database can't be asked
 */
export async function previewPaper(
	userId: string,
	text: string,
	now: Date,
): Promise<Result<SubmitOutcome, SubmitRefusal>> {
	const id = readReference(text, env().APP_URL);
	if (id === undefined) return refused("unknown-form");
	const held = await db().paper.findUnique({ where: { id }, select: { editionDate: true, hiddenAt: true } });
	if (held?.hiddenAt) return refused("hidden");
	if (held?.editionDate) return done({ step: "known", paper: await readKnown(userId, id) });
	if (!isArxivId(id)) return refused("unknown-form");
	if (lookingUp.has(userId)) return refused("busy");
	lookingUp.add(userId);
	try {
		return await lookUp(userId, id, now);
	} finally {
		lookingUp.delete(userId);
	}
}

/** A paper on a list here, for who submits it again. */
export async function readKnown(userId: string, id: PaperId): Promise<KnownPaper> {
	const [{ title }, votes] = await Promise.all([
		db().paper.findUniqueOrThrow({ where: { id }, select: { title: true } }),
		votedAmong(userId, [id]),
	]);
	return { id, title, upvoted: votes.get(id)?.upvoted ?? false };
}

async function lookUp(userId: string, id: PaperId, now: Date): Promise<Result<SubmitOutcome, SubmitRefusal>> {
	const mayAll = await isCurator(userId);
	const isAtLimit = !mayAll && (await countSubmissions(db(), userId, now)) >= submitRules().dailyLimit;
	if (isAtLimit) return refused("limit");
	const fetched = await fetchPaper(id);
	if (!fetched.ok) return fetched;
	const paper = fetched.value;
	if (!mayAll && isTooOld(paper.publishedAt, now)) return refused("too-old");
	return done({ step: "preview", paper: toPreview(paper), token: await signPreview(userId, paper, now) });
}

function toPreview({ id, title, abstract, authors, publishedAt }: PreviewedPaper): PaperPreview {
	return { id, title, abstract, authors, publishedOn: utcDateOf(publishedAt) };
}
