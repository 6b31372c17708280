import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { checkHouse, findUnplannedFolders } from "./architecture/house-rules";
import { parseSourceFile } from "./architecture/source-file";

const SOURCE = /\.(tsx?|mjs|css)$/;
const GENERATED = /^lib\/db\/generated\//;

/** What lies in the repository's root and is neither hidden nor ignored by git. */
const entries = await readRoot();

test("the source keeps to the house plan", async () => {
	const paths = await Promise.all(entries.map((entry) => (entry.isDirectory() ? listBelow(entry.name) : [entry.name])));
	const source = paths.flat().filter((path) => SOURCE.test(path) && !GENERATED.test(path));
	const files = await Promise.all(source.map(async (path) => parseSourceFile(path, await readFile(path, "utf8"))));
	expect(files.length).toBeGreaterThan(20);
	expect(checkHouse(files)).toEqual([]);
});

test("there are no top-level folders but those of the house plan", () => {
	const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
	expect(findUnplannedFolders(folders)).toEqual([]);
});

async function readRoot() {
	const ignored = [...(await readFile(".gitignore", "utf8")).matchAll(/^\/?([^/\n]+)\/$/gm)].map((match) => match[1]);
	const all = await readdir(".", { withFileTypes: true });
	return all.filter(({ name }) => !name.startsWith(".") && !ignored.includes(name));
}

async function listBelow(folder: string): Promise<string[]> {
	return (await readdir(folder, { recursive: true })).map((name) => `${folder}/${name}`);
}
