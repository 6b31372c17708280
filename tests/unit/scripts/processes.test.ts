import { expect, test } from "vitest";
import { identityOf } from "../../../scripts/bootstrap/process-identity.mjs";
import { launch, runQuietly } from "../../../scripts/bootstrap/processes.mjs";

const node = (program: string) => ({ command: process.execPath, args: ["-e", program], cwd: "/", env: process.env });

test("a program that succeeds is silent; one that fails is shown whole, with advice", async () => {
	await expect(runQuietly({ ...node("console.log('fine')"), problem: "It failed" })).resolves.toBe("fine\n");
	const failing = runQuietly({
		...node("console.log('out'); console.error('err'); process.exit(3)"),
		problem: "It failed",
		advice: "Do this.",
	});
	await expect(failing).rejects.toMatchObject({ message: "It failed (exit code 3).", advice: "Do this." });
	await expect(failing).rejects.toMatchObject({ output: expect.stringContaining("out\n") });
	await expect(failing).rejects.toMatchObject({ output: expect.stringContaining("err\n") });
});

test("one that says itself what is wrong is left to say it", async () => {
	const failing = (code: number) =>
		runQuietly({
			...node(`console.error("Set APP_SECRET."); process.exit(${code})`),
			problem: "It failed",
			advice: "Do that.",
			explains: 1,
		});
	await expect(failing(1)).rejects.toMatchObject({ message: "Set APP_SECRET.", advice: undefined, output: undefined });
	await expect(failing(2)).rejects.toMatchObject({ message: "It failed (exit code 2).", advice: "Do that." });
});

test("a program that is not there fails like any other", async () => {
	await expect(runQuietly({ ...node(""), command: "/no/such/program", problem: "It failed" })).rejects.toThrow(
		/ENOENT/,
	);
});

test("stopping takes along what the child itself has started", async () => {
	let said = "";
	const heard = Promise.withResolvers<void>();
	const child = launch(
		node(
			`const { pid } = require("node:child_process").spawn("sleep", ["600"]); process.on("SIGTERM", () => process.exit(7)); setInterval(() => {}, 1000); console.log(pid)`,
		),
		(chunk) => {
			said += chunk;
			heard.resolve();
		},
	);
	await heard.promise;
	const grandchild = Number(said);
	expect(identityOf(grandchild)).toBeDefined();
	await child.stop();
	expect(await child.ended).toMatchObject({ code: 7 });
	await expect.poll(() => identityOf(grandchild)).toBeUndefined();
});

test("in a hurry it does not ask", async () => {
	const heard = Promise.withResolvers<void>();
	const child = launch(node(`process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log("up")`), () =>
		heard.resolve(),
	);
	await heard.promise;
	await child.stop({ hurry: true });
	expect(await child.ended).toMatchObject({ signal: "SIGKILL" });
});
