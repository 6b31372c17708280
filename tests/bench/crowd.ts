import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Failure } from "../../scripts/bootstrap/failure.mjs";
import { findFreePort } from "../../scripts/bootstrap/ports.mjs";
import { startSite } from "../browser/server/start-site";
import { startNginx } from "../nginx";
import { withArchiveSite } from "./archive-site";
import { prepareDigest, runIngestMeanwhile } from "./crowd/jobs";
import { watchMemory } from "./crowd/memory";
import type { Voted } from "./crowd/votes";
import { type Figure, reportFigures } from "./figures";
import { forkScript } from "./forked";
import type { Steady } from "./pages/steady";
import { percentile } from "./search/timing";

/** A second. */
const VOTES = 50;

/** nginx takes whom its readers say they are for, as otherwise all votes would come from one network. */
const MANY_READERS = "set_real_ip_from 127.0.0.1; real_ip_header X-Forwarded-For;";

/**
 * `npm run bench -- crowd [--readers 1000] [--seconds 600]`: so many readers a second through nginx (an open loop), before two processes
 * of the production build that serve the archive, while 50 people a second vote, an ingest brings papers and changes others, and a
 * digest goes out. Readers, voters, nginx, site, jobs and Postgres are processes that share this machine.
 */
export async function run(args: string[]): Promise<void> {
	const options = {
		readers: { type: "string", default: "1000" },
		seconds: { type: "string", default: "600" },
	} as const;
	const { values } = parseArgs({ args, options });
	const [perSecond, seconds] = [Number(values.readers), Number(values.seconds)];
	await withArchiveSite(async (first, firstPid) => {
		const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-crowd-"));
		const [own, port] = [await findFreePort(), await findFreePort()];
		const env = { ...process.env, NODE_ENV: "production" as const, PORT: String(port) };
		const second = await startSite({ port, env, log: process.stderr });
		const nginx = await startNginx(folder, { own, apps: [Number(new URL(first).port), port] }, MANY_READERS);
		try {
			if (nginx === undefined) throw new Failure("This bench needs nginx.", { advice: "apt install nginx-light" });
			const figures = await measure(`http://127.0.0.1:${own}`, [firstPid, second.pid ?? 0], { perSecond, seconds });
			reportFigures("crowd", figures);
		} finally {
			await nginx?.stop({ hurry: true });
			await second.stop({ hurry: true });
			await rm(folder, { recursive: true, force: true });
		}
	});
}

async function measure(
	origin: string,
	pids: readonly number[],
	{ perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Figure[]> {
	const readers = forkScript("tests/bench/crowd/readers.ts", [origin, perSecond, seconds]);
	const voters = forkScript("tests/bench/crowd/voters.ts", [origin, VOTES, seconds]);
	const [sendDigest] = await Promise.all([prepareDigest(seconds), readers.hear(), voters.hear()]);
	const stopping = new AbortController();
	const memory = watchMemory(pids, stopping.signal);
	readers.send("go");
	voters.send("go");
	const [read, voted, papers, mails] = await Promise.all([
		readers.hear<Steady>(),
		voters.hear<Voted>(),
		runIngestMeanwhile(seconds),
		sendDigest(),
		sleep(seconds * 1000).then(() => stopping.abort()),
	]);
	readers.stop();
	voters.stop();
	const answered = read.milliseconds.length;
	return [
		{ name: "pages read", value: answered / seconds, unit: "pages/s" },
		{ name: "pages that failed", value: read.failures, unit: "" },
		{ name: "pages that nginx had", value: (100 * read.kept) / (answered + read.failures), unit: "%" },
		{ name: "pages: p50", value: percentile(read.milliseconds, 0.5), unit: "ms" },
		{ name: "pages: p99", value: percentile(read.milliseconds, 0.99), unit: "ms" },
		{ name: "votes cast", value: voted.milliseconds.length / seconds, unit: "votes/s" },
		{ name: "votes that failed", value: voted.failures, unit: "" },
		{ name: "votes: p50", value: percentile(voted.milliseconds, 0.5), unit: "ms" },
		{ name: "votes: p99", value: percentile(voted.milliseconds, 0.99), unit: "ms" },
		{ name: "papers taken in meanwhile", value: papers, unit: "" },
		{ name: "mails sent meanwhile", value: mails, unit: "" },
		...(await memory).flatMap(({ first, last, growth }, nth) => [
			{ name: `memory of process ${nth + 1}: first minute`, value: first, unit: "MB" },
			{ name: `memory of process ${nth + 1}: last minute`, value: last, unit: "MB" },
			{ name: `memory of process ${nth + 1}: growth in the second half`, value: growth, unit: "MB/min" },
		]),
	];
}
