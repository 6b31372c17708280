import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { addDays, utcDateOf } from "@/lib/time";
import { typescriptArguments } from "../../../scripts/bootstrap/database.mjs";
import { root } from "../../../scripts/bootstrap/root.mjs";
import { endWithUs } from "../../end-with-us";
import { startArxiv } from "../../fakes/arxiv";
import { startHuggingFace } from "../../fakes/huggingface";
import { addChooser, addEdition, countStates, startResend } from "../digest/scene";
import { listed } from "../ingest/listed";

const SUBSCRIBERS = 250;
const today = utcDateOf(new Date());
const resend = await startResend();
const huggingface = await startHuggingFace([listed(1, today), listed(2, today)]);
const arxiv = await startArxiv([]);
process.env.HUGGINGFACE_URL = huggingface.url;
process.env.ARXIV_API_URL = arxiv.url;

afterAll(() => Promise.all([resend.stop(), huggingface.close(), arxiv.close()]));

/** `npm run worker`, and how to stop it. */
function startWorker() {
	const child = spawn(process.execPath, typescriptArguments(root, "scripts/worker.ts"), { cwd: root, stdio: "ignore" });
	const ended = once(child, "exit");
	endWithUs({ pid: child.pid ?? 0, ended }, "SIGKILL");
	return {
		async stop() {
			child.kill("SIGTERM");
			await ended;
		},
	};
}

test("of three workers at once one fetches the papers, and each subscriber gets one mail", {
	timeout: 120_000,
}, async () => {
	await addEdition(addDays(today, -1));
	const hour = new Date().getUTCHours();
	for (let count = 0; count < SUBSCRIBERS; count += 1) await addChooser(`reader${count}@example.org`, { hour });

	const workers = [startWorker(), startWorker(), startWorker()];
	try {
		await vi.waitFor(
			async () => {
				expect(await countStates()).toEqual({ submitted: SUBSCRIBERS });
				expect(await db().ingestRun.count({ where: { source: "huggingface", state: "done" } })).toBe(7);
				expect(await db().heartbeat.count({ where: { name: "worker" } })).toBe(1);
			},
			{ timeout: 100_000, interval: 200 },
		);
	} finally {
		await Promise.all(workers.map((worker) => worker.stop()));
	}

	const addresses = resend.accepted.flatMap(({ to }) => to);
	expect([addresses.length, new Set(addresses).size]).toEqual([SUBSCRIBERS, SUBSCRIBERS]);
	const asked = huggingface.requests.map(({ url }) => url.search);
	expect(asked.filter((one, nth) => asked.indexOf(one) !== nth)).toEqual([]);
	expect(await db().paper.count({ where: { importSource: "huggingface" } })).toBe(2);
});
