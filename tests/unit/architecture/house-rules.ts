import { checkImports } from "./imports";
import type { SourceFile } from "./source-file";

const TOP_LEVEL_FOLDERS = new Set("app components lib emails prisma public tests docs scripts".split(" "));
const SAYS_NOTHING = /(^|\/)(utils?|helpers?|misc|common)(\.[^/]*|\/|$)/;
const MOST_LINES = 300;

const FIRST_STATEMENTS: [pattern: RegExp, statement: string][] = [
	[/^lib\/.*\/(queries|mutations)\.ts$/, 'import "server-only";'],
	[/^lib\/.*\/actions\.ts$/, '"use server";'],
];

/**
 * Holds the source against the house plan (DESIGN.md, "The house").
 *
 * @returns what breaks a rule, one sentence each
 */
export function checkHouse(files: SourceFile[]): string[] {
	const serverOnly = new Set(
		files.filter((file) => file.imports.includes("server-only")).map((file) => file.path.replace(/\.tsx?$/, "")),
	);
	return files.flatMap((file) => [...checkName(file), ...checkShape(file), ...checkImports(file, serverOnly)]);
}

/** Says which of the repository's top-level folders the plan does not have. */
export function findUnplannedFolders(names: string[]): string[] {
	return names.filter((name) => !TOP_LEVEL_FOLDERS.has(name));
}

function checkName({ path }: SourceFile): string[] {
	return SAYS_NOTHING.test(path) ? [`${path}: the name does not say what is in it`] : [];
}

function checkShape({ path, lineCount, firstStatement }: SourceFile): string[] {
	const offences = [];
	if (lineCount > MOST_LINES) offences.push(`${path} has ${lineCount} lines, more than ${MOST_LINES}`);
	for (const [pattern, statement] of FIRST_STATEMENTS) {
		if (pattern.test(path) && firstStatement !== statement) offences.push(`${path} does not begin with ${statement}`);
	}
	return offences;
}
