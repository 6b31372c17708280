import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadSecrets } from "../../../scripts/bootstrap/secrets.mjs";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "broadsheet-secrets-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("makes secrets once, for the owner's eyes only, and then keeps them", () => {
	const path = join(folder, "secrets.json");
	const made = loadSecrets(path);
	expect(new Set(Object.values(made)).size).toBe(3);
	expect(statSync(path).mode & 0o777).toBe(0o600);
	expect(loadSecrets(path)).toEqual(made);
});

test.each(["", "{", "null", "[]", '{"appSecret":"short"}'])(
	"refuses a damaged file (%j) and leaves it as it is",
	(text) => {
		const path = join(folder, "secrets.json");
		writeFileSync(path, text);
		expect(() => loadSecrets(path)).toThrow(/damaged/);
		expect(readFileSync(path, "utf8")).toBe(text);
	},
);
