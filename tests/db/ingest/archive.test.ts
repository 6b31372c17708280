import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { runIngest } from "@/lib/ingest/run";
import { snapshotsFile } from "@/lib/ingest/vote-history";
import { papersFile } from "@/lib/ingest/windows";
import { archivePath } from "../../archive";
import { checksum } from "./checksum";

const archive = archivePath();
const history = archivePath("vote_snapshots.csv.gz");
const MISSING = "the archive: ../shared/data is not there (SHARED_DATA moves it)";

const item = z.object({
	paper: z.object({ id: z.string(), publishedAt: z.string(), authors: z.array(z.object({ name: z.string() })) }),
	_archive: z.object({ listedOn: z.string() }),
});

type Item = z.infer<typeof item>;

describe.skipIf(archive === undefined)(archive === undefined ? MISSING : "the archive", () => {
	const items = new Map<string, Item>();
	const load = () => runIngest({ now: new Date(), source: "file", windows: [papersFile(archive ?? "")] });

	beforeAll(async () => {
		for await (const line of createInterface(createReadStream(archive ?? "").pipe(createGunzip()))) {
			const read = item.parse(JSON.parse(line));
			items.set(read.paper.id, read);
		}
		expect(await load()).toMatchObject({ state: "done", seen: 7875, new: 7875, failed: 0 });
	}, 120_000);

	it("is 7,875 papers on 501 days", async () => {
		const days = await db().paper.groupBy({ by: ["editionDate"], _count: true });
		expect(days).toHaveLength(501);
		expect(days.reduce((sum, day) => sum + day._count, 0)).toBe(7875);
		expect(await db().edition.count()).toBe(501);
	});

	it("has every author of every paper in order", async () => {
		const rows = z.array(z.object({ id: z.string(), count: z.int().nullable(), names: z.array(z.string()) })).parse(
			await db().$queryRaw`
					SELECT p.id, p.author_count AS count, array_agg(a.name ORDER BY a.position) AS names
					FROM papers p JOIN paper_authors a ON a.paper_id = p.id GROUP BY p.id`,
		);
		expect(rows).toHaveLength(7875);
		for (const { id, count, names } of rows) {
			const given = items.get(id)?.paper.authors.map(({ name }) => name.normalize("NFC").replace(/\s+/g, " ").trim());
			expect(names, id).toEqual(given);
			expect(count, id).toBe(given?.length);
		}
	});

	it("has the dates that the file says, of all papers", async () => {
		for (const { id, editionDate, publishedAt } of await db().paper.findMany()) {
			const given = items.get(id);
			expect(editionDate?.toISOString().slice(0, 10), id).toBe(given?._archive.listedOn);
			expect(publishedAt?.getTime(), id).toBe(Date.parse(given?.paper.publishedAt ?? ""));
		}
	});

	it("is nothing new the second time", async () => {
		const before = await checksum(process.env.DATABASE_URL ?? "");
		expect(await load()).toMatchObject({ state: "done", new: 0, changed: 0, unchanged: 7875 });
		expect(await checksum(process.env.DATABASE_URL ?? "")).toEqual(before);
	}, 120_000);

	it.skipIf(history === undefined)(
		"takes the history of votes, once, and later counts with it",
		async () => {
			const loadHistory = () => runIngest({ now: new Date(), source: "file", windows: [snapshotsFile(history ?? "")] });
			const first = await loadHistory();
			expect(first).toMatchObject({ state: "done", seen: 25_156, changed: 0 });
			expect(first.new).toBeGreaterThan(10_000);
			expect(await loadHistory()).toMatchObject({ new: 0, unchanged: first.new + first.unchanged });
			const wrong = await db().$queryRaw`
			SELECT p.id FROM papers p JOIN LATERAL (
				SELECT * FROM vote_snapshots WHERE paper_id = p.id ORDER BY captured_at DESC LIMIT 1
			) newest ON true
			WHERE p.imported_upvotes <> newest.upvotes OR p.captured_at <> newest.captured_at`;
			expect(wrong).toEqual([]);
			expect(await load()).toMatchObject({ new: 0, changed: 0 });
		},
		120_000,
	);
});
