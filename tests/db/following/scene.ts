import { db } from "@/lib/db/client";
import type { PaperId } from "@/lib/papers/ids";

type Facts = { authors?: string[]; org?: string; topics?: string[]; hour: number };

/** Lists a paper on June 8, 2026, at an hour, by authors, of an organisation and about topics that its facts name by slug. */
export async function addPaperBy(id: string, { authors = [], org, topics = [], hour }: Facts): Promise<PaperId> {
	const date = new Date("2026-06-08T00:00:00Z");
	const named = (slug: string) => ({ where: { slug }, create: { slug, name: slug.toUpperCase() }, update: {} });
	await db().edition.createMany({ data: { date }, skipDuplicates: true });
	for (const slug of authors) await db().author.upsert(named(slug));
	if (org) await db().organization.upsert(named(org));
	for (const slug of topics)
		await db().topic.upsert({ ...named(slug), create: { slug, name: slug.toUpperCase(), kind: "keyword" } });
	await db().paper.create({
		data: {
			id,
			title: `Title of ${id}`,
			abstract: "An abstract.",
			edition: { connect: { date } },
			listedAt: new Date(date.getTime() + hour * 3_600_000),
			...(org && { organization: { connect: { slug: org } } }),
			authors: {
				create: authors.map((slug, position) => ({ position, name: slug, author: { connect: { slug } } })),
			},
			topics: { create: topics.map((slug, position) => ({ position, topic: { connect: { slug } } })) },
		},
	});
	return id as PaperId;
}
