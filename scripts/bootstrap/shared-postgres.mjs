import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startEmbedded } from "./database.mjs";
import { placesIn } from "./environment.mjs";
import { readIfThere } from "./files.mjs";
import { tryLock } from "./lock.mjs";
import { identityOf, stillRuns } from "./process-identity.mjs";

const PAUSE_MS = 100;

/**
 * Gets the embedded Postgres for a while: the one that another command of this folder runs, else one of our own. Every
 * borrower leaves a note; a command that started Postgres only for itself waits at its end for those who joined it.
 * @param {string} root
 * @param {string} name what we are, for others to read
 * @param {{ say(text?: string): void }} progress
 */
export async function borrowPostgres(root, name, progress) {
	const { runLock } = placesIn(root);
	const notes = join(placesIn(root).data, "borrowers");
	const note = join(notes, String(process.pid));
	mkdirSync(notes, { recursive: true, mode: 0o700 });

	for (let told = false; ; await sleep(PAUSE_MS)) {
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
				isOurs: true,
				async giveBack() {
					rmSync(note, { force: true });
					lock.tell({ stopping: true });
					while (othersBorrow(notes)) await sleep(PAUSE_MS);
					await server.stop();
					lock.release();
				},
			};
		}
		if (holder.databasePort !== undefined && !holder.stopping) {
			return { port: holder.databasePort, isOurs: false, giveBack: async () => rmSync(note, { force: true }) };
		}
		rmSync(note); // they may be waiting for us
		if (!told) progress.say(`Waiting for the database of ${holder.name} (pid ${holder.pid})`);
		told = true;
	}
}

/** @param {string} notes @returns {boolean} */
function othersBorrow(notes) {
	return readdirSync(notes).some((name) => {
		const identity = readIfThere(join(notes, name));
		if (stillRuns({ pid: Number(name), identity })) return Number(name) !== process.pid;
		rmSync(join(notes, name), { force: true });
		return false;
	});
}
