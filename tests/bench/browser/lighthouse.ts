import path from "node:path";
import { z } from "zod";
import { runQuietly } from "../../../scripts/bootstrap/processes.mjs";
import { root } from "../../../scripts/bootstrap/root.mjs";

/** Fetched when it is asked for: 200 MB, which nobody else needs. */
const PACKAGE = "lighthouse@13.5.0";

const NODE_FOLDER = path.dirname(process.execPath);

const FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;

const TIMES = {
	"first-contentful-paint": "FCP",
	"largest-contentful-paint": "LCP",
	"total-blocking-time": "TBT",
	"cumulative-layout-shift": "CLS",
} as const;

const report = z.object({
	categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
	audits: z.record(z.string(), z.object({ score: z.number().nullable(), numericValue: z.number().optional() })),
});

/** What Lighthouse says of a page: scores of 100, milliseconds (CLS has no unit), and the audits that are not passed. */
export type Lighthouse = { figures: Record<string, number>; failed: string[] };

/**
 * Asks Lighthouse, with what it presumes of a phone and its network unless told otherwise (simulated slow 4G, a processor four
 * times as slow).
 *
 * @param chromium its path
 * @throws Failure with its output
 */
export async function askLighthouse(url: string, chromium: string): Promise<Lighthouse> {
	const args = ["exec", "--yes", `--package=${PACKAGE}`, "--", "lighthouse", url, "--output=json", "--quiet"];
	const text = await runQuietly({
		command: "npm",
		args: [...args, `--chrome-flags=${FLAGS}`],
		cwd: root,
		// The machine's own Node may be too old for it.
		env: { ...process.env, CHROME_PATH: chromium, PATH: [NODE_FOLDER, process.env.PATH].join(path.delimiter) },
		problem: "Lighthouse failed",
	});
	const { categories, audits } = report.parse(JSON.parse(text.slice(text.indexOf("{\n"))));
	const scores = CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]);
	const times = Object.entries(TIMES).map(([id, name]) => [name, audits[id]?.numericValue ?? Number.NaN]);
	return {
		figures: Object.fromEntries([...scores, ...times]),
		failed: Object.keys(audits).filter((id) => (audits[id]?.score ?? 1) < 0.9),
	};
}
