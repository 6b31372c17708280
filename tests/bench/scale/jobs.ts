import { db } from "@/lib/db/client";
import { sweepExpired } from "@/lib/db/sweep";
import { countWaiting, listUnbatchedDigests } from "@/lib/digest/queries";
import { indexPapers } from "@/lib/ingest/index-papers";
import { ageVotes } from "@/lib/votes/age-votes";
import { setVote } from "@/lib/votes/mutations";
import type { Sample } from "./samples";

/** What is written, and what the worker does again and again: each once. */
export const JOBS: Record<string, (sample: Sample) => Promise<unknown>> = {
	"a vote and its undoing": async ({ voter, paper, now }) => {
		await setVote(voter, paper, true, { now });
		await setVote(voter, paper, false, { now });
	},
	"votes that may count now": ({ now }) => ageVotes({ now, limit: 500 }),
	"index a day's papers anew": async ({ listed }) => {
		await db().paper.updateMany({ where: { id: { in: listed } }, data: { indexedAt: null } });
		await indexPapers({ now: new Date() });
	},
	"look for papers to index": () => indexPapers({ now: new Date() }),
	"look for mail to send": () => Promise.all([countWaiting(), listUnbatchedDigests()]),
	"tidy up": ({ now }) => sweepExpired(now),
};
