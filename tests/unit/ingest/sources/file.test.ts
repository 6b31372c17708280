import { mkdtemp, rm, truncate, utimes, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { readPapersFile } from "@/lib/ingest/sources/file";
import { readSnapshotsFile } from "@/lib/ingest/sources/snapshots";
import { collect, collectRecords } from "./collect";

const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-files-"));
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, content: string | Buffer): Promise<string> {
	const file = path.join(folder, name);
	await writeFile(file, content);
	return file;
}

function line(number: number, more: object = {}): string {
	const id = `2606.${String(number).padStart(5, "0")}`;
	const paper = { id, title: `Paper ${number}`, summary: "About.", authors: [{ name: "A. B." }], upvotes: 1 };
	return JSON.stringify({ paper, numComments: 0, ...more });
}
const lines = (count: number) => Array.from({ length: count }, (_, number) => line(number));

describe("readPapersFile", () => {
	it("reads lines of any ending, in order, blank ones passed over", async () => {
		const file = await write("endings.jsonl", `\uFEFF${line(1)}\r\n\n${line(2)}\n  \n${line(3)}`);
		expect((await collect(readPapersFile(file))).papers.map(({ id }) => id)).toEqual([
			"2606.00001",
			"2606.00002",
			"2606.00003",
		]);
	});

	it("knows a packed file by its content", async () => {
		const packed = await write("packed.jsonl", gzipSync(lines(3_000).join("\n")));
		const { papers, pages } = await collect(readPapersFile(packed));
		expect([papers.length, pages]).toEqual([3_000, 6]);
		const plain = await write("plain.jsonl.gz", line(1));
		expect((await collect(readPapersFile(plain))).papers).toHaveLength(1);
	});

	it("takes the day and the time of capture from the keeper's notes, else the file's time", async () => {
		const notes = { _archive: { listedOn: "2024-05-27", capturedAt: "2024-06-02T01:07:21+08:00" } };
		const file = await write("notes.jsonl", [line(1, notes), line(2)].join("\n"));
		const written = new Date("2026-01-02T03:04:05Z");
		await utimes(file, written, written);
		const [noted, bare] = (await collect(readPapersFile(file))).papers;
		expect(noted?.listing).toEqual({ date: "2024-05-27" });
		expect(noted?.counts?.capturedAt).toEqual(new Date("2024-06-01T17:07:21Z"));
		expect(bare?.listing).toBeUndefined();
		expect(bare?.counts?.capturedAt).toEqual(written);
	});

	it("counts bad lines, names twenty and goes on", async () => {
		const many = lines(1_000).map((text, index) => (index % 25 === 24 ? "{not JSON" : text));
		const { papers, problems, failed } = await collect(readPapersFile(await write("bad.jsonl", many.join("\n"))));
		expect([papers.length, problems.length, failed]).toEqual([960, 20, 40]);
		expect(problems[0]).toEqual({ where: "line 25", reason: "is not JSON" });
	});

	it("gives up on a file with too many bad lines, after a hundred", async () => {
		const many = lines(1_000).map((text, index) => (index % 10 === 9 ? `{"paper":{"id":7}}` : text));
		const file = await write("worse.jsonl", many.join("\n"));
		await expect(collect(readPapersFile(file))).rejects.toMatchObject({
			kind: "malformed",
			message: expect.stringMatching(/10 of the first 100 lines .* are bad; the first: line 10, paper\.id/),
		});
		expect((await collect(readPapersFile(file, { maxBadShare: 0.2 }))).failed).toBe(100);
		const few = await write("few.jsonl", many.slice(0, 50).join("\n"));
		expect((await collect(readPapersFile(few))).failed).toBe(5);
		const none = await write("none.jsonl", "<html>\n<body>");
		await expect(collect(readPapersFile(none))).rejects.toMatchObject({ kind: "malformed" });
	});

	it("passes over a line that is too long to keep", async () => {
		const file = await write("long.jsonl", [line(1), `"${"x".repeat(300_000)}"`, line(2)].join("\n"));
		const { papers, problems } = await collect(readPapersFile(file, { maxLineBytes: 10_000 }));
		expect(papers).toHaveLength(2);
		expect(problems).toEqual([{ where: "line 2", reason: "is longer than 10000 bytes" }]);
	});

	it("says what is wrong with a file", async () => {
		const file = await write("cut.jsonl.gz", gzipSync(lines(5_000).join("\n")));
		await truncate(file, 10_000);
		await expect(collect(readPapersFile(file))).rejects.toMatchObject({
			kind: "malformed",
			message: expect.stringContaining("breaks off"),
		});
		const damaged = gzipSync(lines(5_000).join("\n"));
		damaged.fill(0xff, 5_000, 5_100);
		await expect(collect(readPapersFile(await write("damaged.gz", damaged)))).rejects.toMatchObject({
			kind: "malformed",
		});
		await expect(collect(readPapersFile(path.join(folder, "none")))).rejects.toMatchObject({ kind: "not-found" });
		await expect(collect(readPapersFile(folder))).rejects.toMatchObject({ kind: "unavailable" });
		expect(await collect(readPapersFile(await write("empty", "")))).toMatchObject({ pages: 0 });
	});

	it("stops when the caller gives up", async () => {
		const file = await write("given-up.jsonl", lines(10).join("\n"));
		const signal = AbortSignal.abort(new Error("enough"));
		await expect(collect(readPapersFile(file, { signal }))).rejects.toThrow("enough");
	});
});

describe("readSnapshotsFile", () => {
	const header = "paper_id,captured_at,upvotes,num_comments,source,listed_on";
	const collectSnapshots = async (content: string) =>
		collectRecords(readSnapshotsFile(await write("snapshots.csv", content)));

	it("reads captures, with and without comments", async () => {
		const { records } = await collectSnapshots(
			`${header}\n2211.16780,2026-04-18T00:09:52+00:00,1,,feed.xml,\n"hep-th/9901001",2024-06-02T01:07:21+08:00,7,0,"a ""b"", c",2024-05-27\n`,
		);
		expect(records).toEqual([
			{ paperId: "2211.16780", capturedAt: new Date("2026-04-18T00:09:52Z"), upvotes: 1 },
			{ paperId: "hep-th/9901001", capturedAt: new Date("2024-06-01T17:07:21Z"), upvotes: 7, comments: 0 },
		]);
	});

	it("names bad rows and refuses another header", async () => {
		const { problems } = await collectSnapshots(
			`${header}\n2211.16780,2026-04-18T00:09:52Z,1,,,\n2211.16780,2026-04-18T00:09:52Z,-1,,,\n,2026-04-18T00:09:52Z,1,,,\n2211.16780,then,1,,,\n2211.16780\n`,
		);
		expect(problems.map(({ where, reason }) => `${where} ${reason.split(":")[0]}`)).toEqual([
			"line 3 upvotes",
			"line 4 paper_id",
			"line 5 captured_at",
			"line 6 captured_at",
		]);
		await expect(collectSnapshots("id,votes\n1,2\n")).rejects.toMatchObject({ kind: "malformed" });
	});
});
