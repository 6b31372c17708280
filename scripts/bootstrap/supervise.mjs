import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "./failure.mjs";
import { reachableHost } from "./listen.mjs";
import { launch } from "./processes.mjs";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** A service that ran this long was well: the next restart does not wait. */
const WELL_MS = 60_000;
const POSTGRES_RESTARTS = 5;
/** Many times what a start takes on a machine that is busy otherwise. */
const WEB_START_LIMIT_MS = 300_000;

/** @typedef {import("./processes.mjs").Command} Command */
/** @typedef {{ say(text?: string): void }} Say */

/**
 * Starts the web server and waits until it answers. Its output is held back until then, and shown if it fails.
 * @param {Command} command
 * @param {{ port: number, host?: string | undefined }} where what it listens on
 * @throws {Failure} when it ends before it answers, or does not answer in time
 */
export async function startWeb(command, where) {
	/** @type {Buffer[] | undefined} */
	let held = [];
	const web = launch(command, (chunk) => (held ? held.push(chunk) : process.stdout.write(chunk)));
	const deadline = performance.now() + WEB_START_LIMIT_MS;
	let over = false;
	void web.ended.then(() => (over = true));
	while (!over && performance.now() < deadline) {
		if (await answers(where)) {
			held = undefined;
			return web;
		}
		await sleep(25);
	}
	const how = over ? "did not start" : `did not answer within ${WEB_START_LIMIT_MS / 60_000} minutes`;
	throw new Failure(`The web server ${how}.`, { output: Buffer.concat(held).toString("utf8") });
}

/**
 * @param {{ port: number, host?: string | undefined }} where
 * @returns {Promise<boolean>} whether HTTP is spoken there; what it says is another matter
 */
function answers({ port, host }) {
	return new Promise((resolve) => {
		const asked = { host: reachableHost(host), port, path: "/api/health", timeout: 10_000, agent: false };
		const request = get(asked, (response) => {
			response.resume();
			resolve(true);
		});
		request.on("timeout", () => request.destroy());
		request.on("error", () => resolve(false)); // not listening yet
	});
}

/**
 * Runs the worker for as long as we run: when it ends it is started again, after a pause that doubles from 1 s to 60 s.
 * @param {Command} command
 * @param {Say} progress
 * @param {() => boolean} isStopping
 */
export async function keepWorker(command, progress, isStopping) {
	for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
		const startedAt = performance.now();
		const { code, signal, error } = await launch(command, (chunk) => process.stdout.write(chunk)).ended;
		if (isStopping()) return;
		if (performance.now() - startedAt > WELL_MS) pause = FIRST_PAUSE_MS;
		progress.say(
			`The worker stopped by itself (${error?.message ?? signal ?? `exit code ${code}`}); starting it again in ${pause / 1000} s`,
		);
		await sleep(pause);
		if (isStopping()) return;
	}
}

/**
 * Restarts Postgres when it ends by itself, on the same port: the others connect again.
 * @param {{ ended: Promise<string> }} first
 * @param {() => Promise<{ ended: Promise<string> }>} restart
 * @param {Say} progress
 * @param {() => boolean} isStopping
 * @throws {Failure} when it keeps dying
 */
export async function keepPostgres(first, restart, progress, isStopping) {
	let server = first;
	for (let restarts = 0, startedAt = performance.now(); ; startedAt = performance.now()) {
		const how = await server.ended;
		if (isStopping()) return;
		restarts = performance.now() - startedAt > WELL_MS ? 1 : restarts + 1;
		if (restarts > POSTGRES_RESTARTS)
			throw new Failure(`Postgres stopped by itself ${restarts} times in a row (${how}).`, {
				advice: "Its log is .data/postgres.log.",
			});
		progress.say(`Postgres stopped by itself (${how}); starting it again`);
		server = await restart();
		progress.say("Postgres runs again");
	}
}
