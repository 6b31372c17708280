import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { readHealth } from "@/lib/health/queries";

it("tells a working worker from a silent one, and from none", async () => {
	const now = new Date("2026-06-08T12:00:00Z");
	expect(await readHealth(now)).toEqual({ ok: true, database: "ok", worker: "absent", ingest: "absent" });

	await db().heartbeat.create({ data: { name: "worker", beatAt: new Date("2026-06-08T11:59:45Z") } });
	expect(await readHealth(now)).toEqual({ ok: true, database: "ok", worker: "ok", ingest: "absent" });

	await db().heartbeat.update({ where: { name: "worker" }, data: { beatAt: new Date("2026-06-08T11:58:00Z") } });
	expect(await readHealth(now)).toEqual({ ok: false, database: "ok", worker: "silent", ingest: "absent" });
});

it("says when a source has failed for a day, and that the site is well all the same", async () => {
	const run = (source: "huggingface" | "arxiv" | "file", state: "done" | "failed", at: string) =>
		db().ingestRun.create({
			data: { source, state, windowName: "w", startedAt: new Date(at), finishedAt: new Date(at), error: "timed out" },
		});
	const ingest = async () => (await readHealth(new Date("2026-06-08T12:00:00Z"))).ingest;

	await run("file", "failed", "2026-06-01T12:00:00Z");
	expect(await ingest()).toBe("absent");
	await run("huggingface", "failed", "2026-06-08T11:00:00Z");
	expect(await ingest()).toBe("ok");
	await run("huggingface", "failed", "2026-06-07T11:59:00Z");
	expect(await readHealth(new Date("2026-06-08T12:00:00Z"))).toMatchObject({ ingest: "failing", database: "ok" });
	await run("arxiv", "done", "2026-06-08T11:30:00Z");
	expect(await ingest()).toBe("failing");
	await run("huggingface", "done", "2026-06-08T11:31:00Z");
	expect(await ingest()).toBe("ok");
});
