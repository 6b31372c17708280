/**
 * Kills a process that we started when this one ends in whatever way but SIGKILL. It may be in a process group of its own, so
 * that no signal meant for us reaches it.
 *
 * @param ended settles when it has ended by itself
 */
export function endWithUs(child: { pid: number; ended: Promise<unknown> }, signal: NodeJS.Signals): void {
	const kill = () => process.kill(child.pid, signal);
	process.on("exit", kill);
	void child.ended.then(() => process.off("exit", kill));
}
