// `npm run ingest -- --source huggingface --since 2026-06-01`: takes papers in from a source. `--help` says how.
import { noteRenewal } from "../lib/db/page-renewals";
import { indexPapers } from "../lib/ingest/index-papers";
import { type IngestResult, runIngest } from "../lib/ingest/run";
import { touchedPaths } from "../lib/ingest/touched";
import { describeError } from "../lib/log";
import { readArguments, USAGE } from "./ingest/arguments";
import { createReporter } from "./ingest/reporter";
import { requireDatabase } from "./ready/require-ready";
import { keepHeapSmall } from "./ready/small-heap";

keepHeapSmall();

/** What the exit code says. */
const EXIT = { new: 0, failed: 1, nothingNew: 3 };

const now = new Date();
const asked = readArguments(process.argv.slice(2), { now, folder: process.env.INIT_CWD ?? process.cwd() });
if ("error" in asked) {
	console.error(`${asked.error}\n\n${USAGE}`);
	process.exit(EXIT.failed);
}
if (asked.help) {
	console.log(USAGE);
	process.exit(0);
}
await requireDatabase();

const stopping = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const)
	process.once(name, () => stopping.abort(new Error(`stopped by ${name}`)));

const reporter = createReporter(process.stdout, asked.windows.length);
try {
	const result = await runIngest({ ...asked, now, signal: stopping.signal, onProgress: reporter.show });
	reporter.end(result, asked.dryRun);
	if (!asked.dryRun) await indexPapers({ now, signal: stopping.signal });
	await noteRenewal(touchedPaths(result.touched));
	process.exitCode = exitCodeOf(result);
} catch (error) {
	reporter.clear();
	const { type, code, message } = describeError(error);
	console.error(
		`The run broke off: ${message ?? [type, code].join(" ").trim()}. Run it again: it goes on where it stood.`,
	);
	process.exitCode = EXIT.failed;
}

function exitCodeOf({ state, new: fresh, changed }: IngestResult): number {
	if (state !== "done") return EXIT.failed;
	return fresh + changed > 0 ? EXIT.new : EXIT.nothingNew;
}
