import { expect, it } from "vitest";
import { listRuns } from "@/lib/curation/queries";
import { db } from "@/lib/db/client";

it("shows curators what the sources gave, newest first, and nobody else anything", async () => {
	await db().user.createMany({
		data: [
			{ id: "reader", name: "", email: "reader@example.org" },
			{ id: "curator", name: "", email: "curator@example.org", role: "curator" },
		],
	});
	const startedAt = new Date("2026-06-08T10:00:00Z");
	await db().ingestRun.createMany({
		data: [
			{
				source: "huggingface",
				windowName: "2026-06-07",
				state: "done",
				startedAt,
				finishedAt: startedAt,
				seen: 2,
				new: 2,
			},
			{
				source: "huggingface",
				windowName: "2026-06-08",
				state: "failed",
				startedAt: new Date("2026-06-08T11:00:00Z"),
				finishedAt: new Date("2026-06-08T11:00:09Z"),
				error: "the connection failed",
			},
		],
	});
	expect(await listRuns("reader")).toBeUndefined();
	expect(await listRuns("curator")).toMatchObject([
		{ windowName: "2026-06-08", state: "failed", error: "the connection failed" },
		{ windowName: "2026-06-07", state: "done", new: 2 },
	]);
});
