// `npm run worker`: fetches papers each hour, mails the digest at its hours and posts it to channels, mails word of replies, goes on with what waits, and tidies up. Runs until SIGTERM or SIGINT.
import { setTimeout as sleep } from "node:timers/promises";
import { runChannels } from "../lib/channels/run";
import { sendReplyMails } from "../lib/comments/replies/send";
import { writeBeat } from "../lib/db/heartbeats";
import { noteRenewal } from "../lib/db/page-renewals";
import { sweepExpired } from "../lib/db/sweep";
import { runScheduledDigest } from "../lib/digest/schedule";
import { indexPapers } from "../lib/ingest/index-papers";
import { ingestIfDue } from "../lib/ingest/schedule";
import { nothingTouched, touch, touchedPaths } from "../lib/ingest/touched";
import { log } from "../lib/log";
import { utcDateOf } from "../lib/time";
import { ageVotes } from "../lib/votes/age-votes";
import { requireSettings } from "./ready/require-ready";
import { keepHeapSmall } from "./ready/small-heap";
import { repeat } from "./worker/repeat";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** What failed is tried again after a minute, then two, then four, up to this many. */
const RETRY_MINUTES_MAX = 16;

/** What a batch that is under way gets to finish in. One that is cut off is resumed under its key. */
const GRACE = 1.5 * SECOND;

/** Their papers are locked for as long as it takes to count them. */
const VOTES_A_RUN = 500;

keepHeapSmall();

// The database may come later: each job tries again.
requireSettings();

const stopping = new AbortController();
for (const name of ["SIGTERM", "SIGINT"] as const) process.on(name, () => stopping.abort());

let retryAt = 0;
let retryMinutes = 1;

async function mailDigest(): Promise<void> {
	const now = new Date();
	const counts = await runScheduledDigest(now, now.getTime() >= retryAt, stopping.signal);
	if (counts === undefined) return;
	log.info(counts, "digest run");
	retryMinutes = counts.waiting > 0 && counts.submitted === 0 ? Math.min(retryMinutes * 2, RETRY_MINUTES_MAX) : 1;
	retryAt = now.getTime() + (retryMinutes - 1) * MINUTE;
}

let day = utcDateOf(new Date());

/** At 00:00 UTC an edition closes and another may be asked for: their pages are to say so to the first reader as well. */
async function turnTheDay(): Promise<void> {
	const today = utcDateOf(new Date());
	if (today === day) return;
	const touched = nothingTouched();
	touch(touched, { papers: [], days: [day, today] });
	await noteRenewal(touchedPaths(touched));
	day = today;
}

/** What is submitted has no run that would index it; nor has what an older version took in. */
async function indexNew(): Promise<void> {
	const { indexed, papers } = await indexPapers({ now: new Date(), signal: stopping.signal });
	if (indexed === 0) return;
	const touched = nothingTouched();
	touch(touched, { papers, days: [] });
	await noteRenewal(touchedPaths(touched));
	log.info({ indexed }, "indexed papers");
}

async function postToChannels(): Promise<void> {
	const { waiting, ...ended } = await runChannels({ now: new Date(), signal: stopping.signal });
	if (Object.values(ended).some((count) => count > 0)) log.info({ ...ended, waiting }, "posts to channels");
}

async function mailReplies(): Promise<void> {
	const { waiting, ...ended } = await sendReplyMails({ now: new Date(), signal: stopping.signal });
	if (Object.values(ended).some((count) => count > 0)) log.info({ ...ended, waiting }, "mails about replies");
}

async function letVotesAge(): Promise<void> {
	const { aged, forgotten } = await ageVotes({ now: new Date(), limit: VOTES_A_RUN });
	if (aged > 0) log.info({ aged, forgotten }, "votes aged");
}

log.info("worker started");
const jobs = Promise.all([
	repeat("heartbeat", 15 * SECOND, stopping.signal, () => writeBeat("worker", new Date())),
	repeat("new day", SECOND, stopping.signal, turnTheDay),
	repeat("ingest", MINUTE, stopping.signal, async () => void (await ingestIfDue(new Date(), stopping.signal))),
	repeat("index", MINUTE, stopping.signal, indexNew),
	repeat("votes", MINUTE, stopping.signal, letVotesAge),
	repeat("digest", MINUTE, stopping.signal, mailDigest),
	repeat("channels", MINUTE, stopping.signal, postToChannels),
	repeat("replies", 10 * SECOND, stopping.signal, mailReplies),
	repeat("sweep", 60 * MINUTE, stopping.signal, async () => void (await sweepExpired(new Date()))),
]);
const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener("abort", () => resolve()));
await stopped;
await Promise.race([jobs, sleep(GRACE)]);
log.info("worker stopped");
process.exit(0);
