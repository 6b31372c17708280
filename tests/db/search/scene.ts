import { db } from "@/lib/db/client";
import { inTransaction, withSession } from "@/lib/db/session";
import { writeSearch } from "@/lib/ingest/search-sql";
import { slugify } from "@/lib/papers/slug";
import { topicSlug } from "@/lib/papers/topic-slug";

type Listed = {
	title: string;
	abstract?: string;
	authors?: string[];
	org?: string;
	topics?: string[];
	keywords?: string[];
	on?: string;
	upvotes?: number;
	repo?: string;
	aiSummary?: string;
	/** Not on any list. */
	unlisted?: boolean;
	hidden?: boolean;
};

/** Lists a paper as an ingest would, without making it findable. */
export async function listPaper(id: string, paper: Listed): Promise<void> {
	const date = new Date(`${paper.on ?? "2026-06-08"}T00:00:00Z`);
	await db().edition.upsert({ where: { date }, create: { date }, update: {} });
	const organization = paper.org === undefined ? null : await upsertOrganization(paper.org);
	await db().paper.create({
		data: {
			id,
			title: paper.title,
			abstract: paper.abstract ?? "",
			keywords: paper.keywords ?? [],
			githubRepo: paper.repo ?? null,
			aiSummary: paper.aiSummary ?? null,
			importSource: "file",
			importedUpvotes: paper.upvotes ?? 0,
			organizationId: organization?.id ?? null,
			hiddenAt: paper.hidden ? date : null,
			...(!paper.unlisted && { editionDate: date, listedAt: new Date(date.getTime() + 8 * 3_600_000) }),
		},
	});
	for (const [position, name] of (paper.authors ?? []).entries()) {
		const slug = slugify(name);
		const author = await db().author.upsert({ where: { slug }, create: { slug, name }, update: {} });
		await db().paperAuthor.create({ data: { paperId: id, position, authorId: author.id, name } });
	}
	for (const [position, name] of (paper.topics ?? []).entries()) {
		const slug = topicSlug(name);
		const topic = await db().topic.upsert({ where: { slug }, create: { slug, name, kind: "keyword" }, update: {} });
		await db().paperTopic.create({ data: { paperId: id, topicId: topic.id, position } });
	}
}

async function upsertOrganization(name: string) {
	return db().organization.upsert({
		where: { slug: slugify(name) },
		create: { slug: slugify(name), name },
		update: {},
	});
}

/** Makes all papers findable as they are now, as the job does after an ingest. */
export async function indexAll(): Promise<void> {
	const ids = (await db().paper.findMany({ select: { id: true } })).map(({ id }) => id);
	await withSession((session) => inTransaction(session, () => writeSearch(session, ids)));
}
