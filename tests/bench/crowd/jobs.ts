import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { addDays, utcDateOf } from "@/lib/time";
import { listed } from "../../db/ingest/listed";
import { startResendProcess } from "../digest/resend-process";
import { runWatched } from "../watched";

const PAPERS = 200;
const BETWEEN_INGESTS_MS = 60_000;

/** Requests a second that the mail provider takes, of a hundred mails each, and the share of the time that the mails are to take. */
const REQUESTS = 10;
const SHARE = 0.5;
const MOST_SUBSCRIBERS = 100_000;

/** Takes papers in again and again, half of them new and half with other counts, as the hourly ingest does. Gives how many. */
export async function runIngestMeanwhile(seconds: number): Promise<number> {
	const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-crowd-ingest-"));
	const end = performance.now() + seconds * 1000;
	const file = path.join(folder, "papers.jsonl");
	let papers = 0;
	for (let round = 0; performance.now() < end; round += 1) {
		const date = utcDateOf(new Date());
		const items = Array.from({ length: PAPERS }, (_, nth) =>
			listed((round * PAPERS) / 2 + nth, date, { upvotes: round + nth }),
		);
		await writeFile(file, items.map(({ item }) => JSON.stringify(item)).join("\n"));
		await runWatched("scripts/ingest.ts", ["--source", "file", "--file", file], sameDatabase());
		papers += PAPERS;
		await sleep(Math.max(0, Math.min(BETWEEN_INGESTS_MS, end - performance.now())));
	}
	await rm(folder, { recursive: true });
	return papers;
}

/**
 * Adds subscribers, as many as can be mailed in a share of some seconds.
 *
 * @returns mails them the newest closed edition, through a fake Resend, and gives how many mails arrived
 */
export async function prepareDigest(seconds: number): Promise<() => Promise<number>> {
	const { db } = await import("@/lib/db/client");
	const count = Math.min(MOST_SUBSCRIBERS, Math.round(seconds * SHARE * REQUESTS * 100));
	const edition = await db().edition.findFirstOrThrow({
		orderBy: { date: "desc" },
		where: { date: { lt: new Date(utcDateOf(new Date())) } },
	});
	await db().$executeRaw`
		INSERT INTO subscribers (email, state, confirmed_at)
		SELECT 'reader' || nth || '@example.org', 'confirmed', '2020-01-01' FROM generate_series(1, ${count}::int) AS nth`;
	return async () => {
		const resend = await startResendProcess(REQUESTS);
		const now = `${addDays(utcDateOf(edition.date), 1)}T06:30Z`;
		await runWatched("scripts/digest.ts", ["--now", now], {
			...sameDatabase(),
			RESEND_BASE_URL: resend.url,
			RESEND_API_KEY: "re_fake_key_for_tests_only",
			MAIL_FROM: "Broadsheet <digest@example.org>",
		});
		const { mails } = await resend.look();
		resend.stop();
		return mails;
	};
}

function sameDatabase() {
	return { DATABASE_URL: process.env.DATABASE_URL ?? "", NODE_ENV: "production", LOG_LEVEL: "warn" };
}
