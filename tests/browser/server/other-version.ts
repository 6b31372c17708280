import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { root } from "../../../scripts/bootstrap/root.mjs";

/** What a process of the site reads, beside packages and the build. */
const NEEDED = ["lib", "scripts", "next.config.ts", "package.json", "tsconfig.json"];

/** Of the build, what it does not read. */
const NOT_NEEDED = ["cache", "dev", "build", "diagnostics", "types", "trace", "trace-build"];

const TEXT = /\.(html|js|json|rsc|meta)$|BUILD_ID$/;

/**
 * Makes a folder beside the project's data that holds the same build under another id, as a version with other sources has: a page of
 * the one does not take component data of the other.
 *
 * @param name of the folder
 * @returns where it is
 */
export async function makeOtherVersion(name: string): Promise<string> {
	const folder = path.join(root, ".data", name);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	for (const entry of NEEDED) await cp(path.join(root, entry), path.join(folder, entry), { recursive: true });
	await symlink(path.join(root, "node_modules"), path.join(folder, "node_modules"));
	const left = NOT_NEEDED.map((entry) => path.join(root, ".next", entry));
	const options = { recursive: true, verbatimSymlinks: true, filter: (file: string) => !left.includes(file) };
	await cp(path.join(root, ".next"), path.join(folder, ".next"), options);
	const id = await readFile(path.join(root, ".next/BUILD_ID"), "utf8");
	await replaceAll(path.join(folder, ".next"), id, `other-${id.slice(6)}`);
	return folder;
}

/** In all texts of a folder, and in the names of its folders. */
async function replaceAll(folder: string, text: string, other: string): Promise<void> {
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const place = path.join(folder, entry.name);
		if (entry.isDirectory()) await replaceAll(place, text, other);
		if (entry.isDirectory() && entry.name === text) {
			await cp(place, path.join(folder, other), { recursive: true });
			await rm(place, { recursive: true });
		}
		if (!entry.isFile() || !TEXT.test(entry.name)) continue;
		const content = await readFile(place, "utf8");
		if (content.includes(text)) await writeFile(place, content.replaceAll(text, other));
	}
}
