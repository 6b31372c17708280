import { Failure } from "./failure.mjs";

const LABEL_COLUMNS = 30;
/** Without a terminal a step is announced only if it takes longer than this: the short ones need one line, not two. */
const LONG_MS = 2_000;

/** @typedef {ReturnType<typeof createProgress>} Progress */

/**
 * Says what is going on: one line for each finished step, with its time. The running step shows too: at once on a
 * terminal, else when it takes longer.
 * @param {NodeJS.WriteStream} stream standard output for `npm start`; standard error where a script's own output must stay clean
 */
export function createProgress(stream) {
	const live = stream.isTTY;

	/** @param {string} mark @param {string} label @param {number} startedAt */
	function finish(mark, label, startedAt) {
		const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
		stream.write(`${live ? "\r\x1b[2K" : ""}  ${mark} ${label.padEnd(LABEL_COLUMNS)} ${seconds.padStart(5)} s\n`);
	}

	return {
		/** @param {string} [text] a line of its own, indented like the steps */
		say(text = "") {
			stream.write(`${live ? "\r\x1b[2K" : ""}${text === "" ? "" : `  ${text}`}\n`);
		},

		/**
		 * @template T
		 * @param {string} doing shown while it runs: "Installing packages"
		 * @param {string | ((result: T) => string)} done shown with the time when it is over: "Installed packages"
		 * @param {() => T | Promise<T>} work
		 * @returns {Promise<T>} what `work` gives; what it throws passes through
		 */
		async step(doing, done, work) {
			const startedAt = performance.now();
			if (live) stream.write(`  … ${doing}`);
			const timer = live ? undefined : setTimeout(() => stream.write(`  … ${doing}\n`), LONG_MS);
			try {
				const result = await work();
				finish("✓", typeof done === "string" ? done : done(result), startedAt);
				return result;
			} catch (error) {
				finish("✗", doing, startedAt);
				throw error;
			} finally {
				clearTimeout(timer);
			}
		},

		/** @param {unknown} error tells a person what went wrong; an error that we did not foresee keeps its stack */
		fail(error) {
			const lines =
				error instanceof Failure
					? [error.output?.trimEnd(), error.message, error.advice]
					: [error instanceof Error ? error.stack : String(error)];
			const text = lines.filter(Boolean).join("\n\n");
			stream.write(`${live ? "\r\x1b[2K" : ""}\n${text.replace(/^(?=.)/gm, "  ")}\n\n`);
		},
	};
}
