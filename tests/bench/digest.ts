import os from "node:os";
import { parseArgs } from "node:util";
import { measureDatabase } from "./digest/database";
import { startResendProcess } from "./digest/resend-process";
import { addEdition, addSubscribers, clear, NOW } from "./digest/scene";
import { withBenchPostgres } from "./search/postgres";
import { runWatched } from "./watched";

const BATCH = 100;

/** Requests a second that the provider takes, and without a limit. */
const RATES = [10, undefined];

/**
 * `npm run bench -- digest [--subscribers 100000] [--most 1000000]`: a digest to so many subscribers in 38 time zones who choose in
 * 200 ways, through a fake Resend that takes ten requests a second, and one without a limit: time, mails a second, and the peak
 * memory of the sender. Before that, what planning and claiming ask of the database, for so many and for the most; 0 leaves a part
 * out.
 */
export async function run(args: string[]): Promise<void> {
	const { values } = parseArgs({
		args,
		options: { subscribers: { type: "string", default: "100000" }, most: { type: "string", default: "1000000" } },
	});
	const count = Number(values.subscribers);
	await withBenchPostgres(async (url) => {
		for (const size of new Set([count, Number(values.most)].filter(Boolean))) {
			say(`${await measureDatabase(size)}; ${load()}`);
		}
		for (const rate of count > 0 ? RATES : []) await measureSending(url, count, rate);
	});
}

async function measureSending(url: string, count: number, rate: number | undefined): Promise<void> {
	await clear();
	await addEdition();
	await addSubscribers(count);
	const resend = await startResendProcess(rate);
	const { seconds, peakMegabytes } = await runWatched("scripts/digest.ts", ["--now", NOW.toISOString()], {
		DATABASE_URL: url,
		RESEND_BASE_URL: resend.url,
		RESEND_API_KEY: "re_fake_key_for_tests_only",
		MAIL_FROM: "Broadsheet <digest@example.org>",
		NODE_ENV: "production",
	});
	const seen = await resend.look();
	resend.stop();
	const floor = rate === undefined ? undefined : Math.ceil(count / BATCH) / rate;
	say(`${rate === undefined ? "no limit" : `${rate} requests/s`}: ${seen.mails} mails, ${seen.twice} addresses twice`);
	say(
		`  sent in ${seen.seconds.toFixed(1)} s${floor === undefined ? "" : ` (the limit's floor is ${floor.toFixed(1)} s)`}, ${(seen.mails / seen.seconds).toFixed(0)} mails/s, ${seen.requests} requests; the whole run ${seconds.toFixed(1)} s`,
	);
	say(
		`  peak memory ${peakMegabytes.toFixed(0)} MB (RSS), largest HTML ${(seen.largestHtml / 1000).toFixed(1)} kB; ${load()}`,
	);
}

function load(): string {
	return `load ${os.loadavg()[0]?.toFixed(1)}`;
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
