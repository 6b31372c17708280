import { join } from "node:path";
import { parseEnv } from "node:util";
import { isDemo } from "./demo.mjs";
import { Failure } from "./failure.mjs";
import { readIfThere } from "./files.mjs";
import { listeningHost, localAddress } from "./listen.mjs";
import { loadSecrets } from "./secrets.mjs";

/**
 * What the host set: the process's own environment, then .env.local, then .env, as Next reads them. An empty value counts as unset.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [own]
 * @returns {NodeJS.ProcessEnv}
 */
export function readSettings(root, own = process.env) {
	const fromFiles = [".env", ".env.local"].map((name) => parseEnv(readIfThere(join(root, name)) ?? ""));
	/** @type {NodeJS.ProcessEnv} */
	const settings = Object.assign({}, ...fromFiles, own);
	for (const [name, value] of Object.entries(settings)) {
		if (value === "") delete settings[name];
	}
	return settings;
}

/**
 * @param {NodeJS.ProcessEnv} settings
 * @returns {number}
 * @throws {Failure} when PORT is no port
 */
export function portOf(settings) {
	const text = settings.PORT ?? "3000";
	const port = Number(text);
	if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
	throw new Failure(`PORT is "${text}", which is no port number.`, {
		advice: "Set it to a number from 1 to 65535, or leave it out for 3000.",
	});
}

/** @param {string} root */
export const placesIn = (root) => ({
	data: join(root, ".data"),
	postgres: join(root, ".data/postgres"),
	postgresLog: join(root, ".data/postgres.log"),
	secrets: join(root, ".data/secrets.json"),
	outbox: join(root, ".data/outbox"),
	/** held by whoever runs the site or the embedded Postgres of this folder */
	runLock: join(root, ".data/run.lock"),
	/** held while packages are installed, code is generated or the site is built */
	prepareLock: join(root, ".data/prepare.lock"),
});

/**
 * The whole environment that the site, the worker and the scripts run with.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} settings from `readSettings`
 * @param {string} [embeddedUrl] the embedded Postgres, when the host named no database
 * @returns {NodeJS.ProcessEnv}
 */
export function completeEnvironment(root, settings, embeddedUrl) {
	const port = portOf(settings);
	/** @type {NodeJS.ProcessEnv} */
	const env = {
		...settings,
		PORT: String(port),
		NEXT_TELEMETRY_DISABLED: "1",
	};
	const goesOut = settings.RESEND_API_KEY !== undefined || settings.SMTP_URL !== undefined;
	// A link to localhost is of no use in a mail that goes out: there the host has to say where readers find the site.
	if (!goesOut) env.APP_URL ??= localAddress(listeningHost(settings), port);
	if (env.APP_SECRET === undefined || env.CRON_SECRET === undefined) {
		const { appSecret, cronSecret } = loadSecrets(placesIn(root).secrets);
		env.APP_SECRET ??= appSecret;
		env.CRON_SECRET ??= cronSecret;
	}
	if (embeddedUrl !== undefined) {
		env.DATABASE_URL = embeddedUrl;
		delete env.DIRECT_DATABASE_URL;
		env.BROADSHEET_DEMO ??= "1";
	}
	if ((embeddedUrl !== undefined || isDemo(env)) && !goesOut) env.OUTBOX_DIR ??= placesIn(root).outbox;
	return env;
}
