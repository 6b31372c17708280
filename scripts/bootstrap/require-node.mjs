/** Says so and ends the process when this Node is too old for the bootstrap itself. Imports nothing, so that any Node gets here. */
export function requireNode() {
	const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	process.stderr.write(
		`\n  Broadsheet needs Node 20.19 or newer to start; this is Node ${process.versions.node}.\n\n  Install Node 24 from https://nodejs.org and start again.\n\n`,
	);
	process.exit(1);
}
