import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startEmbedded } from "./database.mjs";
import { placesIn } from "./environment.mjs";
import { Failure } from "./failure.mjs";
import { readIfThere } from "./files.mjs";
import { tryLock } from "./lock.mjs";
import { identityOf, stillRuns } from "./process-identity.mjs";

const PAUSE_MS = 100;
/** A start brings its Postgres up, and a stop takes it down, long before. */
const BORROW_LIMIT_MS = 120_000;
/** A command that joined us may be at it for long, and a worker for ever: in the end Postgres stops under it, which it is made to survive. */
const GIVE_BACK_LIMIT_MS = 3_600_000;

/**
 * Gets the embedded Postgres for a while: the one that another command of this folder runs, else one of our own. Every
 * borrower leaves a note; a command that started Postgres only for itself waits at its end for those who joined it.
 * @param {string} root
 * @param {string} name what we are, for others to read
 * @param {{ say(text?: string): void }} progress
 * @param {{ signal?: AbortSignal, limitMs?: number }} [options] `signal` ends the waiting for the other
 * @throws {Failure} when the other has no Postgres for us, or none in time
 */
export async function borrowPostgres(root, name, progress, { signal, limitMs = BORROW_LIMIT_MS } = {}) {
	const { runLock } = placesIn(root);
	const notes = join(placesIn(root).data, "borrowers");
	const note = join(notes, String(process.pid));
	mkdirSync(notes, { recursive: true, mode: 0o700 });

	const deadline = performance.now() + limitMs;
	for (let told = false; ; await sleep(PAUSE_MS, undefined, { signal })) {
		// Written before asking who runs Postgres, as they say that they stop before they look for notes: one of us sees the other.
		writeFileSync(note, identityOf(process.pid) ?? "", { mode: 0o600 });
		const { lock, holder } = await tryLock(runLock, name);
		if (lock) {
			const server = await startEmbedded(root).catch((error) => {
				rmSync(note, { force: true });
				lock.release();
				throw error;
			});
			lock.tell({ databasePort: server.port });
			return {
				port: server.port,
				siteUrl: undefined,
				isOurs: true,
				/** @param {AbortSignal} [hurry] ends the waiting for those who joined us */
				async giveBack(hurry) {
					rmSync(note, { force: true });
					lock.tell({ stopping: true });
					await waitForBorrowers(notes, progress, hurry);
					await server.stop();
					lock.release();
				},
			};
		}
		if (holder.databasePort !== undefined && !holder.stopping) {
			const giveBack = async () => rmSync(note, { force: true });
			return { port: holder.databasePort, siteUrl: holder.url, isOurs: false, giveBack };
		}
		rmSync(note); // they may be waiting for us
		if (holder.foreignDatabase) throw usesAnother(holder);
		if (performance.now() > deadline) {
			throw new Failure(`The database of ${holder.name} (pid ${holder.pid}) can't be had.`, {
				advice: "Wait until that command serves or has ended, or stop it, then start again.",
			});
		}
		if (!told) progress.say(`Waiting for the database of ${holder.name} (pid ${holder.pid})`);
		told = true;
	}
}

/** @param {import("./lock.mjs").Holder} holder */
function usesAnother({ name, pid }) {
	return new Failure(`${name} (pid ${pid}) runs here with a database that DATABASE_URL names; here it is not set.`, {
		advice: "Set DATABASE_URL to the same, or put it into .env, which every command reads.",
	});
}

/** @param {string} notes @param {{ say(text?: string): void }} progress @param {AbortSignal} [hurry] */
async function waitForBorrowers(notes, progress, hurry) {
	const deadline = performance.now() + GIVE_BACK_LIMIT_MS;
	for (let told = false; performance.now() < deadline && !hurry?.aborted; told = true) {
		const pids = othersIn(notes);
		if (pids.length === 0) return;
		if (!told) progress.say(`Keeping the database up for who else uses it (pid ${pids.join(", ")}); Ctrl-C stops it`);
		await sleep(PAUSE_MS);
	}
}

/** @param {string} notes @returns {number[]} the other processes that use the database */
function othersIn(notes) {
	return readdirSync(notes)
		.filter((name) => {
			const isRunning = stillRuns({ pid: Number(name), identity: readIfThere(join(notes, name)) });
			if (!isRunning) rmSync(join(notes, name), { force: true });
			return isRunning && Number(name) !== process.pid;
		})
		.map(Number);
}
