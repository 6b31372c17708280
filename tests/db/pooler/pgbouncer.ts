import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "../../../scripts/bootstrap/ports.mjs";
import { launch } from "../../../scripts/bootstrap/processes.mjs";
import { root } from "../../../scripts/bootstrap/root.mjs";
import { endWithUs } from "../../end-with-us";
import { query } from "../query";

const START_LIMIT_MS = 10_000;

/**
 * PgBouncer as docs/pgbouncer.ini sets it up, before a database.
 *
 * @param change of what is documented
 * @returns the database's address through it; undefined where it is not installed
 */
export async function startPgBouncer(databaseUrl: string, change: (ini: string) => string = (ini) => ini) {
	const { hostname, port, username, password } = new URL(databaseUrl);
	const listenPort = await findFreePort();
	const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-pgbouncer-"));
	const place = (name: string) => path.join(folder, name);
	const documented = change(await readFile(path.join(root, "docs/pgbouncer.ini"), "utf8"));
	const ini = documented
		.replace("broadsheet = host=127.0.0.1 port=5432 dbname=broadsheet", `* = host=${hostname} port=${port}`)
		.replace("listen_port = 6432", `listen_port = ${listenPort}\nunix_socket_dir =`)
		.replace("/etc/pgbouncer/userlist.txt", place("userlist.txt"));
	await writeFile(place("userlist.txt"), `"${username}" "${decodeURIComponent(password)}"\n`, { mode: 0o644 });
	await writeFile(place("pgbouncer.ini"), ini, { mode: 0o644 });
	// It refuses to run as root, and whom it runs as instead can't read root's temporary folders.
	await chmod(folder, 0o755);
	const asOther = process.getuid?.() === 0 ? ["-u", "nobody"] : [];
	let output = "";
	const command = { command: "pgbouncer", args: [...asOther, place("pgbouncer.ini")], cwd: folder, env: process.env };
	const bouncer = launch(command, (chunk) => {
		output += chunk;
	});
	const stop = async () => {
		await bouncer.stop({ hurry: true });
		await rm(folder, { recursive: true, force: true });
	};
	if (bouncer.pid === undefined) {
		await stop();
		return undefined;
	}
	endWithUs({ pid: bouncer.pid, ended: bouncer.ended }, "SIGKILL");
	const url = new URL(databaseUrl);
	url.host = `127.0.0.1:${listenPort}`;
	const deadline = performance.now() + START_LIMIT_MS;
	const answers = () =>
		query(url.href, "SELECT 1").then(
			() => true,
			() => false,
		);
	while (!(await answers())) {
		if (performance.now() > deadline) {
			await stop();
			throw new Error(`PgBouncer does not answer: ${output}`);
		}
		await sleep(20);
	}
	return { url: url.href, stop };
}
