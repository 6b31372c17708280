import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { archivePath } from "../archive";
import { startTestPostgres } from "../db/test-postgres";
import { testEnvironment } from "../env";
import { createSeeded } from "./seeded";
import { searchByTitle } from "./similar/bm25";
import { createJudge, readPapers } from "./similar/judge";

const DATABASE = "bench";
const JUDGED = 200;
const SHOWN = 12;
const SEED = 4;

/**
 * `npm run bench -- similar`: for 200 papers of the archive, the share of the twelve similar ones that have a topic or an
 * organisation in common with the paper, beside twelve at random and twelve by BM25 on the paper's title, in the same run; and how
 * long finding ours takes. Topics that few papers have tell more: both are given.
 */
export async function run(): Promise<void> {
	const archive = archivePath();
	if (archive === undefined) return say("skipped: ../shared/data is not there (SHARED_DATA moves it)");
	const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-similar-"));
	const postgres = await startTestPostgres({ folder, database: DATABASE });
	try {
		const url = postgres.url(DATABASE);
		Object.assign(process.env, testEnvironment({ DATABASE_URL: url }));
		await load(url, archive);
		await judge(url);
	} finally {
		const { db } = await import("@/lib/db/client");
		await db().$disconnect();
		await postgres.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

async function load(url: string, archive: string): Promise<void> {
	const { migrate } = await import("@/lib/db/migrate");
	const { indexPapers } = await import("@/lib/ingest/index-papers");
	const { runIngest } = await import("@/lib/ingest/run");
	const { papersFile } = await import("@/lib/ingest/windows");
	await migrate(url);
	await runIngest({ now: new Date(), source: "file", windows: [papersFile(archive)] });
	const startedAt = performance.now();
	const { indexed } = await indexPapers({ now: new Date() });
	say(`${indexed} papers indexed in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
	// As Postgres does by itself within minutes.
	const { withSession } = await import("@/lib/db/session");
	await withSession((session) => session.query("VACUUM ANALYZE"));
}

async function judge(url: string): Promise<void> {
	const { listSimilar } = await import("@/lib/papers/similar");
	const papers = await readPapers(url);
	const seeded = createSeeded(SEED);
	const judged = seeded.sample(
		papers.filter(({ topics }) => topics.size > 0),
		JUDGED,
	);
	const bm25 = searchByTitle(papers);
	const times: number[] = [];
	const methods = {
		ours: async (paper: (typeof papers)[number]) => {
			const startedAt = performance.now();
			const ids = await listSimilar(paper.id, SHOWN);
			times.push(performance.now() - startedAt);
			return ids;
		},
		"BM25 on the title": async (paper: (typeof papers)[number]) => bm25(paper, SHOWN),
		random: async () => seeded.sample(papers, SHOWN).map(({ id }) => id),
	};
	say("BM25 searches title and abstract (SQLite FTS5, Porter stems) for the words of the paper's title, OR-ed");
	say(`${judged.length} papers; the share of their ${SHOWN} that has in common with the paper`);
	say(`${"".padEnd(20)} any topic or organisation   a topic that at most 1 % have, or organisation`);
	for (const [name, find] of Object.entries(methods)) {
		const share = createJudge(papers, SHOWN);
		for (const paper of judged) share.add(paper, await find(paper));
		say(`${name.padEnd(20)} ${share.any().toFixed(3).padStart(25)} ${share.rare().toFixed(3).padStart(48)}`);
	}
	times.sort((a, b) => a - b);
	const part = (of: number) => times[Math.floor((times.length - 1) * of)]?.toFixed(0);
	say(`ours takes ${part(0.5)} ms in the median, p99 ${part(0.99)} ms`);
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
