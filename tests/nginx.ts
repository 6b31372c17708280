import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { launch } from "../scripts/bootstrap/processes.mjs";
import { root } from "../scripts/bootstrap/root.mjs";
import { endWithUs } from "./end-with-us";
import { untilAnswered } from "./until-answered";

/**
 * nginx as docs/nginx.conf sets it up, without TLS, before processes of ours. It is well once it answers for them.
 *
 * @param folder an empty one, for its cache and logs
 * @param ports its own, and those of the processes
 * @param more configuration beside
 * @returns undefined where nginx is not installed
 */
export async function startNginx(folder: string, ports: { own: number; apps: number[] }, more = "") {
	const documented = await readFile(path.join(root, "docs/nginx.conf"), "utf8");
	// As the file says for one alone.
	const apps = ports.apps.length === 1 ? [...ports.apps, ...ports.apps] : ports.apps;
	const cache = documented
		.replace(/server \{\s*listen 80;[\s\S]*?\n\}\n/, "")
		.replace(/^\s*ssl_.*$/gm, "")
		.replace("listen 443 ssl http2;", `listen 127.0.0.1:${ports.own};`)
		.replace(/(\s*server 127\.0\.0\.1:3000 ([^;]*);)+/, (_lines, _line, how) =>
			apps.map((port) => `\n\tserver 127.0.0.1:${port} ${how};`).join(""),
		)
		.replaceAll("/var/cache/nginx/", `${folder}/cache-`)
		.replaceAll("/var/log/nginx/", `${folder}/`);
	await mkdir(folder, { recursive: true });
	const file = path.join(folder, "nginx.conf");
	// Workers of a root's nginx run as somebody else, who can't read root's temporary folders.
	const user = process.getuid?.() === 0 ? "user root;" : "";
	await writeFile(
		file,
		`${user} daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr crit;
events { worker_connections 4096; }
http {
	types { text/html html; }
	client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
	uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
	${more}
	${cache}
}
`,
	);
	const nginx = launch({ command: "nginx", args: ["-c", file, "-p", folder], cwd: folder, env: process.env }, (chunk) =>
		process.stderr.write(chunk),
	);
	if (nginx.pid === undefined) return undefined;
	endWithUs({ pid: nginx.pid, ended: nginx.ended }, "SIGKILL");
	await untilAnswered(`http://127.0.0.1:${ports.own}/api/health`);
	return nginx;
}
