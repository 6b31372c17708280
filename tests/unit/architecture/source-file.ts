import path from "node:path";

/** One file of the source, as far as the house rules look at it. */
export type SourceFile = {
	/** from the repository's root, with slashes */
	path: string;
	/** what it imports: paths from the root, without extension, for files of ours; names of packages as they stand */
	imports: string[];
	/** the first statement, on one line */
	firstStatement: string;
	lineCount: number;
};

const IMPORTS = [
	/\b(?:import|export)\b[^"'`;]*?\bfrom\s*["']([^"']+)["']/g,
	/\bimport\s*["']([^"']+)["']/g,
	/\bimport\(\s*["']([^"']+)["']/g,
];

/** Reads a source file's text. Imports of types count: they are dependencies too. */
export function parseSourceFile(filePath: string, text: string): SourceFile {
	// Only comments that begin a line: `/*` and `//` elsewhere may be part of a string.
	const code = text.replace(/^\s*\/\*[\s\S]*?\*\//gm, "").replace(/^\s*\/\/.*$/gm, "");
	const specifiers = IMPORTS.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ""));
	return {
		path: filePath,
		imports: [...new Set(specifiers.map((specifier) => resolve(filePath, specifier)))],
		firstStatement: code.trim().split("\n", 1)[0] ?? "",
		lineCount: text.trimEnd().split("\n").length,
	};
}

function resolve(importer: string, specifier: string): string {
	const local = specifier.startsWith("@/")
		? specifier.slice(2)
		: specifier.startsWith(".")
			? path.posix.join(path.posix.dirname(importer), specifier)
			: undefined;
	return local === undefined ? specifier : local.replace(/\.(tsx?|m?js)$/, "").replace(/\/index$/, "");
}
