/** Ctrl-C reaches us twice, from the terminal and from npm: what follows this closely is no second wish. */
const SAME_WISH_MS = 500;
const PARENT_CHECK_MS = 500;

/**
 * Listens for the wish to stop: Ctrl-C, `kill`, a closed terminal, and the end of the npm that started us.
 * @param {{ first: (signal: NodeJS.Signals) => void, again: () => void }} on `again` when it is repeated by someone in a hurry
 */
export function onStopSignal({ first, again }) {
	/** @type {number | undefined} */
	let firstAt;
	for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
		process.on(name, () => {
			if (firstAt === undefined) {
				firstAt = performance.now();
				first(name);
			} else if (performance.now() - firstAt > SAME_WISH_MS) again();
		});
	}
	// npm passes a signal to the shell between us, which may die of it without passing it on; and npm itself may be killed.
	const parent = process.ppid;
	if (process.env.npm_lifecycle_event !== undefined) {
		setInterval(
			() => process.ppid !== parent && firstAt === undefined && process.emit("SIGTERM"),
			PARENT_CHECK_MS,
		).unref();
	}
	// A terminal that was closed, or a pipe whose reader left, must not stop us from stopping the others.
	for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}
