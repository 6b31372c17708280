import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { setFollowed } from "@/lib/following/mutations";
import { runIngest } from "@/lib/ingest/run";
import { loadSample } from "@/lib/ingest/sample";
import { createList, putOnList } from "@/lib/library/lists";
import { setSaved } from "@/lib/library/mutations";
import { listSavedIds } from "@/lib/library/queries";
import type { PaperId } from "@/lib/papers/ids";
import { paper, windowOf } from "../ingest/papers";
import { addUsers } from "../votes/voters";

const now = new Date("2026-11-23T12:00:00Z");

it("the sample leaves behind what somebody saved, put on a list or follows, when real papers come", async () => {
	await loadSample();
	const [user = ""] = await addUsers(1);
	const [saved, listed] = ["2412.14093", "2602.14027"] as PaperId[] as [PaperId, PaperId];
	await setSaved(user, saved, true);
	const list = await createList(user, "Video");
	await putOnList(user, list.ok ? list.value.id : "", [listed]);
	const other = { paper: { id: { notIn: [saved, listed] } } };
	const author = await db().author.findFirstOrThrow({ where: { papers: { every: other, some: {} } } });
	const organization = await db().organization.findFirstOrThrow({
		where: { papers: { every: { id: { notIn: [saved, listed] } }, some: {} } },
	});
	await setFollowed(user, { kind: "author", slug: author.slug }, true);
	await setFollowed(user, { kind: "org", slug: organization.slug }, true);

	await runIngest({ now, source: "huggingface", windows: [windowOf("w", [paper("2611.00002")])] });

	expect((await db().paper.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id)).toEqual([
		saved,
		listed,
		"2611.00002",
	]);
	expect((await listSavedIds(user, 10))?.sort()).toEqual([saved, listed]);
	expect(await db().follow.count({ where: { userId: user } })).toBe(2);
});
