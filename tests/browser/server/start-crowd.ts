import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { findFreePort } from "../../../scripts/bootstrap/ports.mjs";
import { startNginx } from "../../nginx";
import { startServer, type TestServer } from "./start-server";

/** Why tests are skipped where there is no nginx. */
export const NO_NGINX = "nginx is not here (apt install nginx-light)";

/** What readers meet at `url` is nginx. */
export type Crowd = TestServer & {
	/** where nginx keeps what it keeps, a file each */
	cacheFolder: string;
	/** the port of the second process, which is not started yet */
	secondPort: number;
};

/**
 * Starts nginx as docs/nginx.conf has it before a server with a database of its own. It knows of two processes, and one of them runs.
 *
 * @returns undefined where nginx is not installed
 */
export async function startCrowd(): Promise<Crowd | undefined> {
	const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-nginx-"));
	const [port, secondPort] = await Promise.all([findFreePort(), findFreePort()]);
	const url = `http://127.0.0.1:${port}`;
	const server = await startServer({ APP_URL: url });
	const stop = async () => {
		await nginx?.stop({ hurry: true });
		await server.stop();
		await rm(folder, { recursive: true, force: true });
	};
	const nginx = await startNginx(folder, { own: port, apps: [Number(new URL(server.url).port), secondPort] });
	if (nginx !== undefined)
		return { ...server, url, secondPort, cacheFolder: path.join(folder, "cache-broadsheet"), stop };
	await stop();
	return undefined;
}
