import { randomBytes } from "node:crypto";
import { Failure } from "./failure.mjs";
import { readIfThere, writeAtomically } from "./files.mjs";

const NAMES = /** @type {const} */ (["appSecret", "cronSecret", "postgresPassword"]);
/** 32 random bytes, as base64url: nothing in it needs escaping in a URL, in SQL or in a shell. */
const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** @typedef {Record<(typeof NAMES)[number], string>} Secrets */

/**
 * The secrets of an installation that was given none: made once, kept in a file that only its owner reads.
 * @param {string} path
 * @returns {Secrets}
 * @throws {Failure} when the file is damaged. New secrets in its place would silently sign everyone out and break
 *   the unsubscribe links in mail already sent, so that is the host's choice.
 */
export function loadSecrets(path) {
	const text = readIfThere(path);
	if (text === undefined) {
		const made = /** @type {Secrets} */ (
			Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString("base64url")]))
		);
		writeAtomically(path, `${JSON.stringify(made, null, 2)}\n`, 0o600);
		return made;
	}
	const secrets = parse(text);
	if (secrets) return secrets;
	throw new Failure(`${path} is damaged: it should hold ${NAMES.join(", ")}.`, {
		advice:
			"Put back a copy of it, or delete it to have new secrets made. With new ones everybody must sign in again, and\n" +
			"the unsubscribe links in mail already sent stop working.",
	});
}

/** @param {string} text @returns {Secrets | undefined} */
function parse(text) {
	try {
		const found = JSON.parse(text);
		return NAMES.every((name) => typeof found?.[name] === "string" && SHAPE.test(found[name])) ? found : undefined;
	} catch {
		return undefined;
	}
}
