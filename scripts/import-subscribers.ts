// `npm run import-subscribers -- people.csv`, or `--check people.csv`: makes subscribers of people who have agreed. The first line
// names the columns email, consent_at and source.
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { describeError } from "../lib/log";
import { importSubscribers } from "../lib/operator/import";
import { describeFileProblem, LINE_WORDS } from "../lib/operator/words";
import { requireDatabase } from "./ready/require-ready";

function readOptions(): { file: string; isCheck: boolean } {
	try {
		const { values, positionals } = parseArgs({ options: { check: { type: "boolean" } }, allowPositionals: true });
		const [file, ...more] = positionals;
		if (file !== undefined && more.length === 0) return { file, isCheck: values.check === true };
	} catch {
		// What `parseArgs` refuses is told like any other mistake.
	}
	console.error("Usage: npm run import-subscribers -- [--check] FILE.csv");
	process.exit(2);
}

async function readText(file: string): Promise<string> {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file));
	} catch {
		console.error("The file can't be read, or is no text in UTF-8. Nobody was imported.");
		process.exit(1);
	}
}

const { file, isCheck } = readOptions();
const text = await readText(file);
await requireDatabase();
try {
	const result = await importSubscribers("command", text, isCheck, new Date());
	if (!result.ok) {
		const { reason } = result;
		console.error(
			reason === "not-a-curator" ? reason : describeFileProblem({ problem: reason.kind, line: String(reason.line) }),
		);
		process.exit(1);
	}
	const { rows, added, lines } = result.value;
	for (const { line, reason } of lines) console.log(`  line ${line}: ${LINE_WORDS[reason]}`);
	if (lines.length < rows - added) console.log(`  and ${rows - added - lines.length} more lines`);
	console.log(`${rows} lines = ${added} ${isCheck ? "that would be imported" : "imported"} + ${rows - added} left out`);
	process.exit(0);
} catch (error) {
	console.error("The import failed, and nobody was imported.", describeError(error));
	process.exit(1);
}
