import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { launch, runQuietly } from "../../../scripts/bootstrap/processes.mjs";
import { root } from "../../../scripts/bootstrap/root.mjs";
import { endWithUs } from "../../end-with-us";
import { untilAnswered } from "../../until-answered";

const NEXT = path.join(root, "node_modules/next/dist/bin/next");

/** Below the project, whose packages it uses. */
const FOLDER = path.join(root, ".data/bare-app");

/**
 * A Next app with nothing in it but one static page, served by `next start` as it comes.
 *
 * @param text what the page shows; it is sent twice, as HTML and as component data
 */
export async function startBareApp(text: string, port: number) {
	await rm(FOLDER, { recursive: true, force: true });
	await mkdir(path.join(FOLDER, "app"), { recursive: true });
	await writeFile(
		path.join(FOLDER, "next.config.mjs"),
		`export default { turbopack: { root: ${JSON.stringify(root)} } };`,
	);
	await writeFile(path.join(FOLDER, "package.json"), `{ "type": "module" }`);
	await writeFile(path.join(FOLDER, "text.json"), JSON.stringify(text));
	await writeFile(
		path.join(FOLDER, "app/layout.jsx"),
		`export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }`,
	);
	await writeFile(
		path.join(FOLDER, "app/page.jsx"),
		`import text from "../text.json";\nexport default function Page() { return <main>{text}</main>; }`,
	);
	const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
	const command = { command: process.execPath, cwd: FOLDER, env };
	await runQuietly({ ...command, args: [NEXT, "build"], problem: "The bare page could not be built" });
	const app = launch({ ...command, args: [NEXT, "start", "-H", "127.0.0.1", "-p", String(port)] }, () => {});
	if (app.pid !== undefined) endWithUs({ pid: app.pid, ended: app.ended }, "SIGKILL");
	await untilAnswered(`http://127.0.0.1:${port}/`);
	return app;
}
