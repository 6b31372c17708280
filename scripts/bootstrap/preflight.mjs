import { placesIn } from "./environment.mjs";
import { Failure } from "./failure.mjs";
import { tryLock } from "./lock.mjs";
import { whyNotListen } from "./ports.mjs";

/**
 * @param {string} root
 * @param {string} command what we are: "npm start"
 * @throws {Failure} when Broadsheet already runs from this folder
 */
export async function takeRunLock(root, command) {
	const { lock, holder } = await tryLock(placesIn(root).runLock, command);
	if (lock) return lock;
	if (holder.url)
		throw new Failure(`Broadsheet already runs here (${holder.name}, pid ${holder.pid}, ${holder.url}).`, {
			advice: "Stop that one first, or use it.",
		});
	throw new Failure(`Another Broadsheet command is using this folder's database (${holder.name}, pid ${holder.pid}).`, {
		advice: "Wait until it has ended, or stop it.",
	});
}

/**
 * @param {number} port
 * @param {string} command
 * @throws {Failure} when the site cannot be served there
 */
export async function checkPort(port, command) {
	const reason = (await whyNotListen(port)) ?? (await whyNotListen(port, "127.0.0.1"));
	if (reason === undefined) return;
	const advice = `Choose another:  PORT=${port < 65_535 ? port + 1 : 3000} ${command}`;
	if (reason === "EACCES") throw new Failure(`Port ${port} needs more rights than this user has.`, { advice });
	throw new Failure(`Port ${port} is taken by another program${reason === "EADDRINUSE" ? "" : ` (${reason})`}.`, {
		advice,
	});
}
