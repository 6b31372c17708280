import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { withSession } from "@/lib/db/session";
import { setFollowed } from "@/lib/following/mutations";
import { listFollowed } from "@/lib/following/queries";
import { indexPapers } from "@/lib/ingest/index-papers";
import { upsertPapers } from "@/lib/ingest/upsert";
import { paper } from "../ingest/papers";
import { addUsers } from "../votes/voters";

const ID = "2606.00001";

async function ingest(keywords: string[], hour: number): Promise<void> {
	const now = new Date(Date.UTC(2026, 5, 5, hour));
	await withSession((session) => upsertPapers(session, [paper(ID, { keywords })], { source: "huggingface", now }));
	await indexPapers({ now });
}

it("a topic that somebody follows stays when its last paper leaves it, and any other goes", async () => {
	await ingest(["diffusion", "robots"], 12);
	const [user = ""] = await addUsers(1);
	await setFollowed(user, { kind: "topic", slug: "diffusion" }, true);
	await ingest(["language"], 18);
	expect(await listFollowed(user)).toMatchObject([{ kind: "topic", slug: "diffusion" }]);
	expect((await db().topic.findMany({ select: { slug: true } })).map(({ slug }) => slug).sort()).toEqual([
		"diffusion",
		"language",
	]);
});
