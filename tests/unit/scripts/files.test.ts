import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashOf } from "../../../scripts/bootstrap/files.mjs";

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "broadsheet-files-"));
	mkdirSync(join(root, "app/api"), { recursive: true });
	writeFileSync(join(root, "app/page.tsx"), "page");
	writeFileSync(join(root, "app/api/route.ts"), "route");
});
afterEach(() => rmSync(root, { recursive: true }));

const hash = (more?: Parameters<typeof hashOf>[2]) => hashOf(root, ["app", "not-there"], more);

test("a touched file leaves the hash alone; another content, name or fact changes it", () => {
	const before = hash();
	utimesSync(join(root, "app/page.tsx"), 1, 1);
	expect(hash()).toBe(before);
	expect(hash({ facts: ["NEXT_PUBLIC_X=1"] })).not.toBe(before);
	writeFileSync(join(root, "app/page.tsx"), "Page");
	const changed = hash();
	expect(changed).not.toBe(before);
	writeFileSync(join(root, "app/new.tsx"), "");
	expect(hash()).not.toBe(changed);
});

test("what is left out does not count", () => {
	const before = hash({ without: ["app/api"] });
	writeFileSync(join(root, "app/api/route.ts"), "changed");
	expect(hash({ without: ["app/api"] })).toBe(before);
});
