import { placesIn } from "./environment.mjs";
import { Failure } from "./failure.mjs";
import { answersLocalhost } from "./listen.mjs";
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
 * @param {{ port: number, host?: string | undefined }} where what the site is to listen on; all interfaces without `host`
 * @param {string} command
 * @throws {Failure} when the site cannot be served there
 */
export async function checkPort({ port, host }, command) {
	// `localhost` means several addresses: another program on one of them would get our visitors.
	const hosts = answersLocalhost(host) ? [undefined, "127.0.0.1"] : [host];
	for (const each of hosts) {
		const reason = await whyNotListen(port, each);
		if (reason !== undefined) throw refusal(reason, { port, host }, command);
	}
}

/** @param {string} reason @param {{ port: number, host?: string | undefined }} where @param {string} command */
function refusal(reason, { port, host }, command) {
	if (reason === "EADDRNOTAVAIL")
		return new Failure(`HOST is ${host}, which is no address of this machine.`, {
			advice: "Set it to one that is, to 0.0.0.0 for all of them, or leave it out.",
		});
	const advice = `Choose another:  PORT=${port < 65_535 ? port + 1 : 3000} ${command}`;
	if (reason === "EACCES") return new Failure(`Port ${port} needs more rights than this user has.`, { advice });
	return new Failure(`Port ${port} is taken by another program${reason === "EADDRINUSE" ? "" : ` (${reason})`}.`, {
		advice,
	});
}
