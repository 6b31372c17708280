// Asks one database for pages and jobs, in a process of its own, as the app's one client is for one database. Its argument is how
// many samples to draw.
import { answerMessages } from "../forked";
import { JOBS } from "./jobs";
import { PAGES } from "./pages";
import { drawSamples } from "./samples";

export type Order = { what: string; from: number; count: number };

const samples = await drawSamples(process.env.DATABASE_URL ?? "", Number(process.argv[2]));

/** One after the other; gives the milliseconds of each. */
async function ask({ what, from, count }: Order): Promise<number[]> {
	const work = PAGES[what] ?? JOBS[what];
	if (work === undefined) throw new Error(`nothing is called ${what}`);
	const times: number[] = [];
	for (let nth = from; nth < from + count; nth++) {
		const sample = samples[nth % samples.length];
		if (sample === undefined) throw new Error("no samples were drawn");
		const begun = performance.now();
		await work(sample);
		times.push(performance.now() - begun);
	}
	return times;
}

answerMessages(ask);
