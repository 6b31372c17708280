// `npm run digest -- --now 2026-06-09T06:00:00Z --limit 500 --dry-run`: mails the newest closed edition's digest, and what waits.
import { parseArgs } from "node:util";
import { z } from "zod";
import { runDigest } from "../lib/digest/run";
import { describeError } from "../lib/log";
import { requireDatabase } from "./ready/require-ready";

const options = z.object({
	now: z
		.string()
		.refine((text) => !Number.isNaN(Date.parse(text)), "--now must be an instant such as 2026-06-09T06:00:00Z")
		.transform((text) => new Date(text))
		.optional(),
	limit: z.coerce
		.number("--limit must be a number")
		.int("--limit must be whole")
		.positive("--limit must be positive")
		.optional(),
	"dry-run": z.boolean().optional(),
});

function readOptions() {
	try {
		const { values } = parseArgs({
			options: { now: { type: "string" }, limit: { type: "string" }, "dry-run": { type: "boolean" } },
		});
		return options.parse(values);
	} catch (error) {
		console.error(
			error instanceof z.ZodError
				? error.issues.map((issue) => issue.message).join("\n")
				: // What `parseArgs` refuses, which is what was typed.
					String(error instanceof Error ? error.message : error),
		);
		process.exit(2);
	}
}

const { now = new Date(), limit, "dry-run": dryRun = false } = readOptions();
await requireDatabase();
try {
	const { edition, ...counts } = await runDigest({ now, dryRun, ...(limit !== undefined && { limit }) });
	const words = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
	console.log(
		`${dryRun ? "dry run, " : ""}edition ${edition ?? "none (no closed edition is new enough)"}: ${words.join(", ")}`,
	);
	// What waits although nobody limited the run could not be sent: whoever runs this by the clock wants to know.
	process.exit(!dryRun && limit === undefined && counts.waiting > 0 ? 1 : 0);
} catch (error) {
	console.error("The digest run failed. Run it again: nothing is sent twice.", describeError(error));
	process.exit(1);
}
