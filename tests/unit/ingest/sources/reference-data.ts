import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { it } from "vitest";

const FOLDER = process.env.SHARED_DATA ?? path.resolve("../shared/data");
const isThere = existsSync(FOLDER);

/** A test that reads the reference data, which is no part of the repository; skipped where it is missing, which its name says. */
export function itWithData(name: string, test: () => Promise<void>) {
	if (isThere) it(name, test);
	else it.skip(`${name} (skipped: there is no ${FOLDER}; SHARED_DATA names another folder)`, test);
}

export function dataPath(name: string): string {
	return path.join(FOLDER, name);
}

export function readData(name: string): Promise<string> {
	return readFile(dataPath(name), "utf8");
}
