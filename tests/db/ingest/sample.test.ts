import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { loadSample } from "@/lib/ingest/sample";
import type { PaperId } from "@/lib/papers/ids";
import { findPaper } from "@/lib/papers/queries";
import type { UtcDate } from "@/lib/time";
import { readEdition } from "../editions";

it("fills an empty database with the sample edition, once", async () => {
	expect(await loadSample()).toBe(49);
	expect(await loadSample()).toBe(0);

	const edition = await readEdition("2026-06-08" as UtcDate);
	expect(edition.isSample).toBe(true);
	expect(edition.papers).toHaveLength(49);
	expect(edition.papers.every((paper) => paper.upvotes.importSource === "sample" && paper.upvotes.local === 0)).toBe(
		true,
	);
	expect(edition.papers.filter((paper) => paper.authorCount === null && paper.organization === null)).toHaveLength(2);
});

it("keeps authors in their order, and their number where the names are not known", async () => {
	const paper = await findPaper("2412.14093" as PaperId);
	expect(paper?.authors).toHaveLength(20);
	expect(paper?.authors[0]).toEqual({ name: "Ryan Greenblatt", slug: "ryan-greenblatt" });
	expect(paper?.authors.at(-1)?.name).toBe("Evan Hubinger");
	const wrong = await db().paper.findMany({
		select: { id: true, authorCount: true, _count: { select: { authors: true } } },
	});
	for (const { authorCount, _count } of wrong) expect([0, authorCount]).toContain(_count.authors);
});
