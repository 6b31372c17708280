import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { Failure } from "../../../scripts/bootstrap/failure.mjs";

/** Readers at once. */
const CONNECTIONS = 16;

const MANY_READERS = path.join(import.meta.dirname, "many-readers.lua");

/**
 * Asks for one address as fast as it is answered.
 *
 * @param encoding of `Accept-Encoding`
 * @param options.asMany has each request come from another reader: one of them may ask for some things so many times only
 * @returns answers a second
 * @throws Failure where wrk is missing, or any answer is no success
 */
export async function askFast(
	url: string,
	encoding: string,
	seconds: number,
	{ asMany = false } = {},
): Promise<number> {
	const args = [
		"-t1",
		`-c${CONNECTIONS}`,
		`-d${seconds}s`,
		"--timeout",
		"20s",
		"-H",
		`Accept-Encoding: ${encoding}`,
		...(asMany ? ["-s", MANY_READERS] : []),
		url,
	];
	const { stdout } = await promisify(execFile)("wrk", args).catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT")
			throw new Failure("This bench needs nginx and wrk.", { advice: "apt install nginx-light wrk" });
		throw error;
	});
	const answers = Number(/Requests\/sec:\s*([\d.]+)/.exec(stdout)?.[1]);
	if (/Non-2xx|Socket errors/.test(stdout) || Number.isNaN(answers))
		throw new Failure(`wrk met errors at ${url}.`, { output: stdout });
	return answers;
}
