import { archivePath } from "../archive";
import { type ListedPaper, readListedPapers } from "./rising/archive";
import { findJudgedDays, isOfChoiceHalf, type JudgedDay } from "./rising/days";
import { chooseRule, firstPapers, judgeRule, RISING, type Rule, scorePaper, VOTES_ALONE } from "./rising/orders";
import { type Estimate, estimateMean } from "./rising/statistics";

/** Hours after the listing day began. */
const CUTS = { "noon UTC of the listing day": 12, "00:40 UTC of the next day": 24 + 40 / 60 };
const HALF_LIVES = [1, 2, 3, 6, 12, 24, 48, 96, Number.POSITIVE_INFINITY];
const COMMENT_WEIGHTS = [0, 1, 2, 3];
const ENTRIES = ["capture", "listing"] as const;
const TRENDING_HALF_LIVES = [6, 12, 24, 48];
const TRENDING_PAPERS = 50;

/**
 * `npm run bench -- rising`: how well the order "Rising", from what was known of a day's papers early, foretells their order by
 * upvotes four days later, beside the order by votes alone. Half-life and weights are chosen on one half of the days, and what is
 * reported comes from the other.
 */
export async function run(): Promise<void> {
	const [papers, snapshots] = [archivePath(), archivePath("vote_snapshots.csv.gz")];
	if (papers === undefined || snapshots === undefined) {
		return say("rising: skipped, ../shared/data is not there (SHARED_DATA moves it)");
	}
	const listed = await readListedPapers({ papers, snapshots });
	for (const [name, hours] of Object.entries(CUTS)) reportCut(name, findJudgedDays(listed, hours));
	reportTrending(listed);
}

function reportCut(name: string, days: readonly JudgedDay[]): void {
	const papers = days.flatMap((day) => day.papers);
	const several = papers.filter(({ captures }) => captures.length > 1).length;
	say(
		`\nUp to ${name}: ${days.length} days, ${papers.length} papers, of which ${several} have two captures or more by then`,
	);
	const chosen = reportChoice(days.filter(isOfChoiceHalf));
	reportResult(
		days.filter((day) => !isOfChoiceHalf(day)),
		chosen,
	);
}

/** Prints what changing one thing at a time does, and gives the best of all combinations. */
function reportChoice(days: readonly JudgedDay[]): Rule {
	say(`\n  the choice half, ${days.length} days:  rank correlation         above what is stored`);
	const stored = judgeRule(days, RISING).correlation;
	const variants: Partial<Rule>[] = [
		...HALF_LIVES.map((halfLife) => ({ halfLife })),
		...COMMENT_WEIGHTS.slice(1).map((comments) => ({ comments })),
		{ entry: "listing" },
	];
	for (const variant of variants) {
		const { correlation } = judgeRule(days, { ...RISING, ...variant });
		const label = describe({ ...RISING, ...variant });
		say(`  ${label.padEnd(28)} ${show(estimateMean(correlation))}  ${show(estimateDifference(correlation, stored))}`);
	}
	const combinations = ENTRIES.flatMap((entry) =>
		COMMENT_WEIGHTS.flatMap((comments) => HALF_LIVES.map((halfLife) => ({ ...RISING, halfLife, comments, entry }))),
	);
	return chooseRule(days, [RISING, ...combinations]);
}

function reportResult(days: readonly JudgedDay[], chosen: Rule): void {
	say(`\n  the report half, ${days.length} days:  rank correlation         above votes alone`);
	const rules = { "votes alone": VOTES_ALONE, "as stored": RISING, [`chosen: ${describe(chosen)}`]: chosen };
	const judged = Object.entries(rules).map(([label, rule]) => ({ label, ...judgeRule(days, rule) }));
	for (const measure of ["correlation", "top"] as const) {
		if (measure === "top") say("                               papers of the later top 5 among the first 5");
		for (const each of judged) {
			const above = estimateDifference(each[measure], judged[0]?.[measure] ?? []);
			say(`  ${each.label.padEnd(28)} ${show(estimateMean(each[measure]))}  ${show(above)}`);
		}
	}
}

/** How many days share the first page of "Trending" at the end of the archive. */
function reportTrending(listed: readonly ListedPaper[]): void {
	const newest = listed
		.map(({ date }) => date)
		.sort()
		.at(-1);
	say(`\nThe first ${TRENDING_PAPERS} of all ${listed.length} papers at the end of the archive, ${newest}:`);
	for (const halfLife of TRENDING_HALF_LIVES) {
		const scores = listed.map((paper) => scorePaper(paper, { ...RISING, halfLife }));
		const first = firstPapers(listed, scores, { tie: RISING.tie, count: TRENDING_PAPERS });
		const dates = first.map(({ date }) => date).sort();
		const ofNewest = dates.filter((date) => date === newest).length;
		say(`  ${halfLife} h: ${new Set(dates).size} listing days back to ${dates[0]}, ${ofNewest} papers of the newest`);
	}
}

/** Pairs by day. */
function estimateDifference(values: readonly number[], others: readonly number[]): Estimate {
	return estimateMean(values.map((value, day) => value - (others[day] ?? Number.NaN)));
}

function show({ mean, low, high }: Estimate): string {
	const [middle = "", ...ends] = [mean, low, high].map((value) => value.toFixed(3));
	return `${middle.padStart(6)} [${ends.map((end) => end.padStart(6)).join(", ")}]`;
}

function describe({ halfLife, comments, entry }: Rule): string {
	const named = Number.isFinite(halfLife) ? `${halfLife} h` : "no half-life";
	return [named, comments > 0 && `comment = ${comments}`, entry === "listing" && "from listing"]
		.filter(Boolean)
		.join(", ");
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
