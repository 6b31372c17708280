/**
 * A failure that a person can act on. Whoever started the program sees `message`, then `output` whole, then `advice`:
 * never a stack, which says nothing to someone who only wanted to run Broadsheet.
 */
export class Failure extends Error {
	/**
	 * @param {string} message what went wrong, one sentence
	 * @param {{ advice?: string, output?: string, cause?: unknown }} [more] what to do about it; what a child process printed
	 */
	constructor(message, { advice, output, cause } = {}) {
		super(message, { cause });
		this.name = "Failure";
		this.advice = advice;
		this.output = output;
	}
}

/**
 * @param {unknown} error
 * @returns {string | undefined} `ENOENT`, `EACCES`, …, for an error of the system
 */
export function codeOf(error) {
	return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
