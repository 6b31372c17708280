import { setTimeout as sleep } from "node:timers/promises";
import { testEnvironment } from "../../env";
import { FakeResend } from "../../fakes/resend";
import { createSeeded, type Seeded } from "../seeded";
import { createProvider, haveAccepted } from "./provider";
import { startRunner, startWorkers } from "./runners";
import { addScene } from "./scene";
import { judge } from "./verdict";

/** What is out in the end may be less by the poison. */
const BATCH = 100;
const JITTER_MS = 400;

type Trial = {
	/** Of a migrated, empty database, which the app's `db()` has as well. */
	url: string;
	seed: number;
	subscribers: number;
	kills: number;
	poison: number;
	/** Restarts Postgres; without it, it stays. */
	restartPostgres?: (() => Promise<void>) | undefined;
	/** Makes leases of those who died lapse earlier than in their time. */
	hurry?: (() => Promise<void>) | undefined;
};

/**
 * Mails a digest while its processes are killed with SIGKILL at random moments, the provider refuses and loses, and `npm run digest`
 * and the cron route run beside two workers.
 *
 * @returns what is wrong in the end, and what happened
 */
export async function runTrial({ url, seed, subscribers, kills, poison: count, restartPostgres, hurry }: Trial) {
	const seeded = createSeeded(seed);
	const emails = Array.from({ length: subscribers }, (_, nth) => `reader${nth + 1}@example.org`);
	const poison = seeded.sample(emails, count);
	const resend = createProvider(seeded, poison);
	const settings = testEnvironment({
		DATABASE_URL: url,
		RESEND_BASE_URL: await resend.start(),
		RESEND_API_KEY: FakeResend.apiKey,
		MAIL_FROM: "Broadsheet <digest@example.org>",
	});
	const env = { ...process.env, ...settings, NODE_ENV: "production" as const };
	// Before anything of the app reads its settings, for the cron route's handler.
	Object.assign(process.env, settings);
	await addScene(emails);
	const startedAt = performance.now();
	const workers = startWorkers(env, seeded);
	try {
		const left: number[] = [];
		for (const [nth, moment] of drawMoments(seeded, subscribers, kills).entries()) {
			await haveAccepted(resend, moment);
			await sleep(seeded.below(JITTER_MS));
			await workers.killOne();
			left.push(resend.accepted.length);
			if (restartPostgres && [Math.floor(kills / 3), Math.floor((kills * 2) / 3)].includes(nth))
				await restartPostgres();
			if (nth % 5 === 1) void callCronRoute();
			if (nth % 5 === 3) startRunner("scripts/digest.ts", env);
			await hurry?.();
		}
		await waitForTheEnd();
		const wrong = await judge(resend, emails, poison);
		const seconds = (performance.now() - startedAt) / 1000;
		return { wrong, seconds, requests: resend.requests.length, mails: resend.accepted.length, left };
	} finally {
		await workers.stop();
		await resend.stop();
	}
}

/** After how many accepted mails to kill, in order. */
function drawMoments(seeded: Seeded, subscribers: number, kills: number): number[] {
	return Array.from({ length: kills }, () => seeded.below(subscribers - BATCH)).sort((one, other) => one - other);
}

/** The same handler as the site's, here. What it answers while the database is away does not matter. */
async function callCronRoute(): Promise<void> {
	const { POST } = await import("@/app/api/cron/digest/route");
	const headers = { authorization: `Bearer ${process.env.CRON_SECRET}` };
	await POST(new Request("http://127.0.0.1:4200/api/cron/digest", { method: "POST", headers }));
}

/** Until nothing is planned any more. The workers try again each minute. */
async function waitForTheEnd(): Promise<void> {
	const { countWaiting } = await import("@/lib/digest/queries");
	const { db } = await import("@/lib/db/client");
	for (;;) {
		const isOver = await Promise.all([db().delivery.count(), countWaiting()]).then(
			([all, waiting]) => all > 0 && waiting === 0,
			// Postgres is coming back.
			() => false,
		);
		if (isOver) return;
		await sleep(500);
	}
}
