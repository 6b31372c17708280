import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { papersWindow } from "@/lib/ingest/batches";
import { runIngest } from "@/lib/ingest/run";
import { fetchArxivIds } from "@/lib/ingest/sources/arxiv";
import { fetchHuggingFaceDay } from "@/lib/ingest/sources/huggingface";
import type { PaperId } from "@/lib/papers/ids";
import type { UtcDate } from "@/lib/time";
import { startArxiv } from "../../fakes/arxiv";
import { createFakeClock } from "../../fakes/clock";
import { type Fault, WEB_PAGE, XML_BOMB, XML_DOCTYPE } from "../../fakes/faults";
import { startHuggingFace } from "../../fakes/huggingface";
import type { Upstream } from "../../fakes/upstream";
import { listed } from "./listed";

const DAY = "2026-11-20" as UtcDate;
const ID = "2611.00001" as PaperId;
const METADATA = "http://169.254.169.254/latest/meta-data/";
/** As often as a source is asked before it is given up. */
const TRIES = 4;

const huggingface = await startHuggingFace(Array.from({ length: 120 }, (_, number) => listed(number, DAY)));
const arxiv = await startArxiv([
	{
		id: ID,
		title: "T",
		abstract: "A",
		authors: ["A. First"],
		categories: ["cs.LG"],
		published: "2026-11-18T17:59:53Z",
	},
]);
process.env.HUGGINGFACE_URL = huggingface.url;
process.env.ARXIV_API_URL = arxiv.url;

afterAll(() => Promise.all([huggingface.close(), arxiv.close()]));
beforeEach(async () => {
	huggingface.faults.length = 0;
	arxiv.faults.length = 0;
	await db().$executeRaw`TRUNCATE papers, authors, organizations, editions, ingest_runs CASCADE`;
});

const status = (code: number, headers?: Record<string, string>): Fault => ({
	kind: "status",
	status: code,
	...(headers && { headers }),
});
const now = new Date("2026-11-20T12:00:00Z");
const clock = createFakeClock();
const fetchDay = () =>
	runIngest({
		now,
		source: "huggingface",
		windows: [papersWindow(DAY, (o) => fetchHuggingFaceDay(DAY, { ...o, clock }))],
	});
const fetchId = () =>
	runIngest({ now, source: "arxiv", windows: [papersWindow("ids", (o) => fetchArxivIds([ID], { ...o, clock }))] });

async function expectRowThenRest(upstream: Upstream, fault: Fault, run: typeof fetchDay, papers: number) {
	for (let tried = 0; tried < TRIES; tried++) upstream.faults.push(fault);
	const failed = await run();
	expect(failed).toMatchObject({ state: "failed", new: 0, errors: [{ reason: expect.stringMatching(/\w+ \w+/) }] });
	const rows = await db().ingestRun.findMany();
	expect(rows).toMatchObject([{ state: "failed", new: 0, error: failed.errors[0]?.reason }]);
	expect(await db().paper.count()).toBe(0);
	upstream.faults.length = 0;
	expect(await run()).toMatchObject({ state: "done", new: papers });
}

describe("what a source does wrong ends in a row that says so, nothing half-written, and the next run makes it good", () => {
	it.each<[string, Fault]>([
		["429 without Retry-After", status(429)],
		["429 with Retry-After", status(429, { "Retry-After": "20" })],
		["429 for longer than we stay", status(429, { "Retry-After": "86400" })],
		["500", status(500)],
		["a connection cut amid the body", { kind: "cut" }],
		["a web page with status 200", WEB_PAGE],
		["half of the JSON", { kind: "truncated" }],
		["2 GB", { kind: "endless", as: "unannounced" }],
		["a redirect to a cloud's metadata", { kind: "redirect", to: METADATA }],
	])("Hugging Face: %s", (_, fault) => expectRowThenRest(huggingface, fault, fetchDay, 120));

	it.each<[string, Fault]>([
		["an XML bomb", XML_BOMB],
		["a document type", XML_DOCTYPE],
		["half of the feed", { kind: "truncated" }],
		["503 with Retry-After", status(503, { "Retry-After": "5" })],
		["a redirect to a cloud's metadata", { kind: "redirect", to: METADATA }],
	])("arXiv: %s", (_, fault) => expectRowThenRest(arxiv, fault, fetchId, 1));
});

it("a fault that passes is no failure", async () => {
	huggingface.faults.push(status(429, { "Retry-After": "2" }), undefined, status(500), { kind: "cut" });
	expect(await fetchDay()).toMatchObject({ state: "done", new: 120 });
});

it("what came before a fault stays, and the rest comes with the next run", async () => {
	huggingface.faults.push(undefined, ...Array.from({ length: TRIES }, () => status(500)));
	expect(await fetchDay()).toMatchObject({ state: "failed", new: 100 });
	expect(await fetchDay()).toMatchObject({ state: "done", new: 20, unchanged: 100 });
});
