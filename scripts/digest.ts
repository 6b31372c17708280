// `npm run digest -- --now 2026-06-09T06:00Z --limit 500 --dry-run`: mails the digest to everyone whose hour has come, and what
// waits, and posts it to channels. A dry run tells what would go to how many.
import { parseArgs } from "node:util";
import { z } from "zod";
import { runChannels } from "../lib/channels/run";
import { forecastDigest } from "../lib/digest/forecast";
import { listBalances } from "../lib/digest/queries";
import { runDigest } from "../lib/digest/run";
import { isStopped } from "../lib/digest/runs";
import { describeError } from "../lib/log";
import { requireDatabase } from "./ready/require-ready";
import { keepHeapSmall } from "./ready/small-heap";

const options = z.object({
	now: z
		.union(
			[z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })],
			"--now must be an instant with its offset, such as 2026-06-09T06:00Z",
		)
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

/** Mails that no others got are told of together. */
const FORECAST_LINES = 20;

async function printForecast(): Promise<void> {
	const forecast = await forecastDigest(now);
	for (const { kind, subject, papers, recipients } of forecast.slice(0, FORECAST_LINES)) {
		console.log(
			`  ${recipients} × ${kind}: ${subject === undefined ? "nothing new, no mail" : `${subject} (${papers} papers)`}`,
		);
	}
	const rest = forecast.slice(FORECAST_LINES).reduce((sum, { recipients }) => sum + recipients, 0);
	if (rest > 0) console.log(`  ${rest} × others`);
}

async function postToChannels(): Promise<void> {
	const { planned: _, ...ends } = await runChannels({ now });
	const words = Object.entries(ends).flatMap(([state, count]) => (count > 0 ? `${count} ${state}` : []));
	if (words.length > 0) console.log(`  channels: ${words.join(", ")}`);
}

/** As many as a week has, of both kinds. */
const BALANCES = 8;

async function printBalances(): Promise<void> {
	for (const { kind, edition, planned, told: _, ...ends } of await listBalances(BALANCES)) {
		const words = Object.entries(ends).map(([state, count]) => `${count} ${state}`);
		console.log(`  ${kind} ${edition}: ${planned} planned = ${words.join(" + ")}`);
	}
}

const { now = new Date(), limit, "dry-run": dryRun = false } = readOptions();
keepHeapSmall();
await requireDatabase();
try {
	const { edition, ...counts } = await runDigest({ now, dryRun, ...(limit !== undefined && { limit }) });
	const words = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
	console.log(
		`${dryRun ? "dry run, " : ""}edition ${edition ?? "none (no closed edition is new enough)"}: ${words.join(", ")}`,
	);
	if (await isStopped()) console.log("  A curator has stopped the digests: none goes out until one lets them go on.");
	if (dryRun) await printForecast();
	else await printBalances();
	if (!dryRun) await postToChannels();
	// What waits although nobody limited the run could not be sent: whoever runs this by the clock wants to know.
	process.exit(!dryRun && limit === undefined && counts.waiting > 0 ? 1 : 0);
} catch (error) {
	console.error("The digest run failed. Run it again: nothing is sent twice.", describeError(error));
	process.exit(1);
}
