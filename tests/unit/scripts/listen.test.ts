import { expect, test } from "vitest";
import {
	describeIgnoredHost,
	isClosed,
	listeningHost,
	localAddress,
	reachableHost,
} from "../../../scripts/bootstrap/listen.mjs";
import { findFreePort } from "../../../scripts/bootstrap/ports.mjs";
import { checkPort } from "../../../scripts/bootstrap/preflight.mjs";
import { startWeb } from "../../../scripts/bootstrap/supervise.mjs";

const env = (values: Record<string, string>) => values as NodeJS.ProcessEnv;
const DATABASE_URL = "postgresql://own";

test.each([
	["a trial is for this machine", {}, "127.0.0.1"],
	["a trial on a database of one's own too", { DATABASE_URL, BROADSHEET_DEMO: "1" }, "127.0.0.1"],
	["also when it is called so in another word", { DATABASE_URL, BROADSHEET_DEMO: "true" }, "127.0.0.1"],
	["a trial that the host opens", { HOST: "0.0.0.0" }, "0.0.0.0"],
	["a site of a host's own is for all", { DATABASE_URL }, undefined],
	["unless the host says otherwise", { DATABASE_URL, HOST: "::1" }, "::1"],
	["the embedded database without the outbox page is no trial", { BROADSHEET_DEMO: "0" }, undefined],
	["a trial stays closed where a shell puts the machine's name into HOST", { HOST: "workstation" }, "127.0.0.1"],
	["and where conda puts its type there", { HOST: "x86_64-conda-linux-gnu" }, "127.0.0.1"],
])("%s", (_, settings, expected) => {
	expect(listeningHost(env(settings as Record<string, string>))).toBe(expected);
});

test("a HOST that is ignored is told, without one nothing is", () => {
	expect(describeIgnoredHost(env({ HOST: "workstation" }))).toContain("workstation");
	expect(describeIgnoredHost(env({ HOST: "::" }))).toBeUndefined();
	expect(describeIgnoredHost(env({}))).toBeUndefined();
});

test.each([
	[undefined, "http://localhost:3000", "127.0.0.1", false],
	["0.0.0.0", "http://localhost:3000", "127.0.0.1", false],
	["127.0.0.1", "http://localhost:3000", "127.0.0.1", true],
	["localhost", "http://localhost:3000", "localhost", true],
	["192.0.2.7", "http://192.0.2.7:3000", "192.0.2.7", false],
	["2001:db8::7", "http://[2001:db8::7]:3000", "2001:db8::7", false],
])("what listens on %s is told and asked where it is", (host, address, asked, closed) => {
	expect(localAddress(host, 3000)).toBe(address);
	expect(reachableHost(host)).toBe(asked);
	expect(isClosed(host)).toBe(closed);
});

test("an address that this machine does not have is refused by its name", async () => {
	await expect(checkPort({ port: await findFreePort(), host: "192.0.2.7" }, "npm start")).rejects.toThrow(
		/HOST is 192\.0\.2\.7/,
	);
});

test.runIf(process.platform === "linux")("the web server is asked where it listens", async () => {
	const port = await findFreePort();
	const program = `require("node:http").createServer((_, answer) => answer.end()).listen(${port}, "127.0.0.2")`;
	const web = await startWeb(
		{ command: process.execPath, args: ["-e", program], cwd: "/", env: process.env },
		{ port, host: "127.0.0.2" },
	);
	await web.stop({ hurry: true });
});
